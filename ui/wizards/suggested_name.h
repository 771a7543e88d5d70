// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLineEdit;
class QString;

namespace foretaste::wizards {

/// Puts a suggested name into an input whose text is still the last suggestion, or empty.
void suggestName(QLineEdit& edit, const QString& name);

}  // namespace foretaste::wizards
