// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wizard_steps.h"

#include <QAbstractButton>

#include "ui/theme/icons.h"
#include "ui/theme/style_paint.h"

namespace foretaste::widgets {

using namespace theme;

class WizardFrame::StepList::Step : public QAbstractButton {
public:
    Step(const QString& ownId, const QString& title, int number, bool optional, QWidget* parent)
        : QAbstractButton(parent), id(ownId), number_(number), optional_(optional) {
        setObjectName(QStringLiteral("step/") + ownId);
        setText(title);
        setAccessibleName(WizardFrame::tr("Step %1: %2").arg(number).arg(title));
        setFixedHeight(optional ? 46 : 36);
        setAttribute(Qt::WA_Hover);
        setFont(theme::font(TextRole::Table));
    }
    QSize sizeHint() const override { return {200, height()}; }
    void setState(bool current, bool seen) {
        current_ = current;
        seen_ = seen;
        setEnabled(seen && !current);
        setFocusPolicy(isEnabled() ? Qt::TabFocus : Qt::NoFocus);
        setCursor(isEnabled() ? Qt::PointingHandCursor : Qt::ArrowCursor);
        setAccessibleDescription(current ? WizardFrame::tr("current step")
                                 : seen  ? WizardFrame::tr("done")
                                         : QString());
        update();
    }
    QString id;

protected:
    void paintEvent(QPaintEvent*) override {
        const Colors& c = colors();
        QPainter painter(this);
        const PainterGuard guard(painter);
        if (current_) paint::box(painter, rect(), kRadiusItem, c.soft, {});
        if (isEnabled() && underMouse()) paint::box(painter, rect(), kRadiusItem, c.hover, {});
        const QRectF disc(kSpaceS, (height() - 20) / 2.0, 20, 20);
        const bool solid = current_ || seen_;
        painter.setPen(QPen(solid ? c.accent : c.border, 1.2));
        painter.setBrush(current_ ? QBrush(c.accent) : QBrush(Qt::NoBrush));
        painter.drawEllipse(disc.adjusted(0.6, 0.6, -0.6, -0.6));
        if (seen_ && !current_) {
            drawIcon(painter, disc.adjusted(4, 4, -4, -4), Icon::Check, c.accent);
        } else {
            QFont small = theme::font(TextRole::Tiny);
            small.setWeight(QFont::DemiBold);
            painter.setFont(small);
            painter.setPen(current_ ? c.onAccent : c.muted);
            painter.drawText(disc, Qt::AlignCenter, QString::number(number_));
        }
        QFont face = font();
        if (current_) face.setWeight(QFont::DemiBold);
        painter.setFont(face);
        painter.setPen(current_ ? c.accent : seen_ ? c.text : c.muted);
        QRectF room = QRectF(rect()).adjusted(38, 0, -kSpaceS, 0);
        if (optional_) room.adjust(0, 6, 0, -22);
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                         QFontMetricsF(face).elidedText(text(), Qt::ElideRight, room.width()));
        if (optional_) {
            painter.setFont(theme::font(TextRole::Tiny));
            painter.setPen(c.muted);
            painter.drawText(room.translated(0, 16), Qt::AlignVCenter | Qt::AlignLeft,
                             WizardFrame::tr("optional"));
        }
        if (paint::showsFocus(*this)) paint::focusRing(painter, rect(), kRadiusItem);
    }

private:
    int number_;
    bool optional_;
    bool current_ = false;
    bool seen_ = false;
};

WizardFrame::StepList::StepList(const QString& title, QWidget* parent)
    : QWidget(parent),
      rows_(new QVBoxLayout),
      remark_(makeLabel({}, TextRole::Small, Tone::Muted, this, true)) {
    setFixedWidth(232);
    setAccessibleName(WizardFrame::tr("Steps"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceM, kSpaceXl, kSpaceM, kSpaceL);
    layout->setSpacing(kSpaceS);
    QLabel* heading = makeLabel(title, TextRole::Heading, Tone::Text, this, true);
    heading->setContentsMargins(kSpaceS, 0, kSpaceS, kSpaceS);
    layout->addWidget(heading);
    rows_->setSpacing(kSpaceXxs);
    layout->addLayout(rows_);
    layout->addStretch(1);
    remark_->setObjectName(QStringLiteral("wizardRemark"));
    remark_->setContentsMargins(kSpaceS, 0, kSpaceS, 0);
    layout->addWidget(remark_);
}

void WizardFrame::StepList::add(const QString& id, const QString& title, bool optional) {
    auto* step = new Step(id, title, static_cast<int>(list_.size()) + 1, optional, this);
    step->setState(list_.isEmpty(), false);
    list_ << step;
    rows_->addWidget(step);
    connect(step, &QAbstractButton::clicked, this, [this, id] { emit chosen(id); });
}

void WizardFrame::StepList::show(const QString& current, const QStringList& visited) {
    for (Step* step : list_) step->setState(step->id == current, visited.contains(step->id));
}

void WizardFrame::StepList::setRemark(const QString& text) {
    remark_->setText(text);
}

void WizardFrame::StepList::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), colors().card);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), colors().line);
}

}  // namespace foretaste::widgets
