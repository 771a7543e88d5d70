// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QSpinBox>
#include <QUrl>

#include "core/base/file.h"
#include "core/base/parallel.h"
#include "ui/bridge/stored_settings.h"
#include "ui/bridge/words.h"
#include "ui/language/language.h"
#include "ui/pages/card_row.h"
#include "ui/pages/notice.h"
#include "ui/theme/stored_mode.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/key_value_panel.h"

namespace foretaste::pages {

using theme::Mode;
using widgets::Card;
using widgets::FormField;

namespace {

constexpr int kNarrowestCard = 380;

}  // namespace

SettingsPage::SettingsPage(bridge::Console& console, QWidget* parent)
    : Page(kSettings, parent),
      console_(console),
      restart_(new Notice(widgets::FlashKind::Info)),
      language_(new QComboBox),
      theme_(new QComboBox),
      compatible_(new QCheckBox(tr("&Refuse what the managed service would refuse"))),
      threads_(new QSpinBox),
      facts_(new widgets::KeyValuePanel(1)) {
    setTitle(tr("Settings"));
    header().setBreadcrumb({{tr("Workspace"), {}, {}}});
    restart_->setObjectName(QStringLiteral("restartNotice"));
    body()->addWidget(restart_);
    auto* cards = new CardRow(kNarrowestCard);
    cards->add(makeLookCard());
    cards->add(makeEngineCard());
    body()->addWidget(cards);
    body()->addWidget(makeDataCard());
    endBody();
    tellOfRestart();
}

Card* SettingsPage::makeLookCard() {
    auto* card = new Card(tr("Language and look"));
    language_->addItem(tr("As the system"), QString());
    for (const auto& each : language::all()) language_->addItem(each.name, each.code);
    language_->setCurrentIndex(std::max(0, language_->findData(language::stored())));
    language_->setMaximumWidth(theme::kFieldWidth);
    for (const auto& [mode, words] : {std::pair{Mode::System, tr("As the system")},
                                      {Mode::Light, tr("Light")},
                                      {Mode::Dark, tr("Dark")}})
        theme_->addItem(words, static_cast<int>(mode));
    theme_->setMaximumWidth(theme::kFieldWidth);
    card->body()->addWidget(new FormField(QStringLiteral("language"), tr("&Language"), language_));
    card->body()->addWidget(new FormField(QStringLiteral("theme"), tr("&Theme"), theme_));
    card->body()->addStretch(1);
    connect(language_, &QComboBox::currentIndexChanged, this, [this] {
        language::store(language_->currentData().toString());
        tellOfRestart();
    });
    connect(theme_, &QComboBox::currentIndexChanged, this, [this] {
        const auto mode = static_cast<Mode>(theme_->currentData().toInt());
        theme::Theme::get().setMode(mode);
        theme::storeMode(mode);
    });
    return card;
}

Card* SettingsPage::makeEngineCard() {
    auto* card = new Card(tr("Engine"));
    const auto stored = bridge::storedServiceSettings();
    compatible_->setObjectName(QStringLiteral("compatibleInput"));
    compatible_->setChecked(stored.compatible);
    threads_->setRange(0, base::defaultThreads());
    threads_->setValue(stored.threads);
    threads_->setSpecialValueText(tr("all %1").arg(base::defaultThreads()));
    threads_->setMaximumWidth(120);
    card->body()->addWidget(compatible_);
    card->body()->addWidget(theme::makeLabel(
        tr("Its minima, such as 1,000 interactions to train, and its quotas then end in an error "
           "here too. Otherwise they are only remarked on."),
        theme::TextRole::Small, theme::Tone::Muted, card, true));
    card->body()->addSpacing(theme::kSpaceS);
    card->body()->addWidget(new FormField(
        QStringLiteral("threads"), tr("&Processor cores for training"), threads_,
        tr("Fewer leave the machine free for other work. Equal numbers give equal models.")));
    card->body()->addStretch(1);
    connect(compatible_, &QCheckBox::toggled, this, &SettingsPage::keepEngine);
    connect(threads_, &QSpinBox::valueChanged, this, &SettingsPage::keepEngine);
    return card;
}

Card* SettingsPage::makeDataCard() {
    auto* card = new Card(tr("Data"));
    facts_->setObjectName(QStringLiteral("dataFacts"));
    auto* open = new QPushButton(tr("Open folder"));
    open->setObjectName(QStringLiteral("openFolderButton"));
    theme::setButtonKind(*open, theme::ButtonKind::Quiet);
    card->addHeadWidget(open);
    card->body()->addWidget(facts_);
    card->body()->addWidget(theme::makeLabel(
        tr("Everything that is imported, trained and logged lies in this folder and nowhere else. "
           "A copy of it is a backup; close the program before copying."),
        theme::TextRole::Small, theme::Tone::Muted, card, true));
    connect(open, &QPushButton::clicked, this, [this] {
        if (known_ && !QDesktopServices::openUrl(QUrl::fromLocalFile(running_.folder)))
            emit flash(widgets::FlashKind::Error,
                       tr("The folder %1 could not be opened.").arg(running_.folder));
    });
    return card;
}

void SettingsPage::refresh() {
    // The top bar changes the theme as well.
    const QSignalBlocker quiet(theme_);
    theme_->setCurrentIndex(theme_->findData(static_cast<int>(theme::Theme::get().mode())));
    console_.call(
        this,
        [](service::Service& service) {
            return Running{bridge::text(base::pathText(service.workspace())), service.settings()};
        },
        [this](Running running) {
            running_ = std::move(running);
            known_ = true;
            facts_->setRows(
                {{tr("Workspace folder"), QDir::toNativeSeparators(running_.folder), true}});
            tellOfRestart();
        });
}

void SettingsPage::keepEngine() {
    auto settings = bridge::storedServiceSettings();
    settings.compatible = compatible_->isChecked();
    settings.threads = threads_->value();
    bridge::storeServiceSettings(settings);
    tellOfRestart();
}

void SettingsPage::tellOfRestart() {
    const auto stored = bridge::storedServiceSettings();
    const bool waits = language::choose() != language::inUse() ||
                       (known_ && (stored.compatible != running_.settings.compatible ||
                                   stored.threads != running_.settings.threads));
    restart_->setText(waits ? tr("Language and engine change when Foretaste starts the next time.")
                            : QString());
}

}  // namespace foretaste::pages
