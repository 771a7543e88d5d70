// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/suggested_name.h"

#include <QLineEdit>
#include <QSignalBlocker>

namespace foretaste::wizards {

void suggestName(QLineEdit& edit, const QString& name) {
    constexpr const char* kSuggested = "suggestedName";
    const bool own = !edit.text().isEmpty() && edit.text() != edit.property(kSuggested).toString();
    edit.setProperty(kSuggested, name);
    if (own) return;
    // A suggestion is no input: no draft is worth keeping for it.
    const QSignalBlocker quiet(&edit);
    edit.setText(name);
}

}  // namespace foretaste::wizards
