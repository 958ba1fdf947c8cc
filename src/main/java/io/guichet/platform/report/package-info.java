/// Papers for members and clients: templates filled in the reader's language, looked at page by page, kept as PDF, printed.
/// The only package that names JasperReports.
@NullMarked
package io.guichet.platform.report;

import org.jspecify.annotations.NullMarked;
