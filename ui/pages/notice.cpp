// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/notice.h"

#include "ui/theme/icons.h"
#include "ui/theme/style_paint.h"

namespace foretaste::pages {

using namespace theme;
using widgets::FlashKind;

namespace {

struct Look {
    Icon icon;
    Tone tone;
    QColor ground;
};

Look lookOf(FlashKind kind) {
    switch (kind) {
        case FlashKind::Success: return {Icon::Check, Tone::Ok, colors().okSoft};
        case FlashKind::Warning: return {Icon::Warning, Tone::Warn, colors().warnSoft};
        case FlashKind::Error: return {Icon::Error, Tone::Bad, colors().badSoft};
        case FlashKind::Info: break;
    }
    return {Icon::Info, Tone::Accent, colors().soft};
}

}  // namespace

Notice::Notice(FlashKind kind, QWidget* parent)
    : QWidget(parent),
      kind_(kind),
      text_(makeLabel({}, TextRole::Table, Tone::Text, this, true)),
      button_(new QPushButton(this)) {
    constexpr int kIconRoom = 40;
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kIconRoom, kSpaceXs, kSpaceS, kSpaceXs);
    text_->setContentsMargins(0, kSpaceXs, 0, kSpaceXs);
    layout->setSpacing(kSpaceM);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(text_, 1);
    layout->addWidget(button_);
    button_->hide();
    setMinimumHeight(kControlHeight + kSpaceS);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
    connect(button_, &QPushButton::clicked, this, &Notice::actionTriggered);
}

void Notice::setKind(FlashKind kind) {
    kind_ = kind;
    update();
}

void Notice::setText(const QString& text) {
    text_->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
}

QString Notice::text() const {
    return text_->text();
}

void Notice::setAction(const QString& text, const QString& name) {
    button_->setText(text);
    button_->setObjectName(name);
    button_->setVisible(!text.isEmpty());
}

void Notice::paintEvent(QPaintEvent*) {
    const Look look = lookOf(kind_);
    QPainter painter(this);
    const PainterGuard guard(painter);
    paint::box(painter, rect(), kRadiusItem, look.ground, {});
    drawIcon(painter, QRectF(14, (height() - kIconSmall) / 2.0, kIconSmall, kIconSmall), look.icon,
             theme::color(look.tone));
}

}  // namespace foretaste::pages
