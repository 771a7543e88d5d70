// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/console.h"
#include "ui/shell/page.h"

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace foretaste::widgets {
class Card;
class KeyValuePanel;
}  // namespace foretaste::widgets

namespace foretaste::pages {

class Notice;

inline const QString kSettings = QStringLiteral("settings");  ///< the page's id; no argument

/// What is decided once for the program: language and theme, how strict the engine is and how much
/// of the machine it takes, and where the data lie. Every change is kept at once.
class SettingsPage : public shell::Page {
    Q_OBJECT

public:
    explicit SettingsPage(bridge::Console& console, QWidget* parent = nullptr);

    void refresh() override;

private:
    /// What the engine started with, and where.
    struct Running {
        QString folder;
        service::Settings settings;
    };

    widgets::Card* makeLookCard();
    widgets::Card* makeEngineCard();
    widgets::Card* makeDataCard();
    void keepEngine();
    void tellOfRestart();

    bridge::Console& console_;
    Running running_;
    bool known_ = false;  ///< running_ has been read
    Notice* restart_;
    QComboBox* language_;
    QComboBox* theme_;
    QCheckBox* compatible_;
    QSpinBox* threads_;
    widgets::KeyValuePanel* facts_;
};

}  // namespace foretaste::pages
