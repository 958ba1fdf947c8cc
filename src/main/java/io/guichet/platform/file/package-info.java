/// Files that people attach, as pages to look at: PDF, JPEG, PNG. The only package that names PDFBox.
///
/// Files come from outside and may be broken or made to do harm: what they would need is reckoned before it is needed.
@NullMarked
package io.guichet.platform.file;

import org.jspecify.annotations.NullMarked;
