// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace foretaste::shell {

// Name, version, licence; the details can be copied into a report.
class AboutDialog : public QDialog {
    Q_OBJECT
public:
    explicit AboutDialog(QWidget* parent = nullptr);
    // Version, Qt and system, one a line.
    static QString details();
};

// Every shortcut of the window in one table.
class ShortcutsDialog : public QDialog {
    Q_OBJECT
public:
    explicit ShortcutsDialog(QWidget* parent = nullptr);
};

}  // namespace foretaste::shell
