package io.guichet.reimbursement.ui;

import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Navigator;

/// What the views of a what-if are made with.
///
/// @param views     loads them
/// @param texts     their words
/// @param navigator opens other files
public record WhatIfParts(FxmlViews views, Texts texts, Navigator navigator) {
}
