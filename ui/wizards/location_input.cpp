// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/location_input.h"

#include <QSignalBlocker>

#include "ui/theme/tokens.h"
#include "ui/widgets/drop_zone.h"

namespace foretaste::wizards {

LocationInput::LocationInput(QWidget* parent)
    : QWidget(parent),
      drop_(new widgets::DropZone(
          {QStringLiteral("csv"), QStringLiteral("csv.gz"), QStringLiteral("gz")})),
      edit_(new QLineEdit) {
    constexpr int kTypingPauseMs = 350;
    drop_->setFoldersAllowed(true);
    drop_->clear();
    drop_->setObjectName(QStringLiteral("dataLocationDrop"));
    edit_->setObjectName(QStringLiteral("dataLocationEdit"));
    edit_->setAccessibleName(tr("Path of the file"));
    edit_->setPlaceholderText(tr("or type a path, a folder, or s3://bucket/key"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kSpaceS);
    layout->addWidget(drop_);
    layout->addWidget(edit_);
    setFocusProxy(edit_);
    pause_.setSingleShot(true);
    pause_.setInterval(kTypingPauseMs);
    connect(&pause_, &QTimer::timeout, this, &LocationInput::tell);
    connect(edit_, &QLineEdit::textEdited, this, [this] { pause_.start(); });
    connect(edit_, &QLineEdit::editingFinished, this, &LocationInput::tell);
    connect(drop_, &widgets::DropZone::fileChosen, this, [this](const QString& path) {
        edit_->setText(path);
        tell();
    });
}

QString LocationInput::location() const {
    return edit_->text().trimmed();
}

void LocationInput::setLocation(const QString& location) {
    if (location == this->location() && location == told_) return;
    edit_->setText(location);
    tell();
}

void LocationInput::tell() {
    pause_.stop();
    const auto now = location();
    if (now == told_) return;
    told_ = now;
    if (now != drop_->file()) {
        const QSignalBlocker quiet(drop_);
        if (now.isEmpty() || now.contains(QStringLiteral("://")) || !drop_->setFile(now))
            drop_->clear();
    }
    emit locationChanged(now);
}

}  // namespace foretaste::wizards
