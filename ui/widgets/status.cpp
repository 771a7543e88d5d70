// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/status.h"

#include <QCoreApplication>

#include "ui/theme/style_paint.h"
#include "ui/widgets/data_table.h"

namespace foretaste::widgets {

using namespace theme;

namespace {

constexpr int kGap = 6;
constexpr int kIcon = 14;

QString tr(const char* text) {
    return QCoreApplication::translate("foretaste::widgets", text);
}

}  // namespace

StatusLook statusLook(const QString& serviceStatus) {
    static const QHash<QString, std::pair<Status, const char*>> looks{
        {QStringLiteral("ACTIVE"), {Status::Success, QT_TR_NOOP("Active")}},
        {QStringLiteral("CREATE PENDING"), {Status::Pending, QT_TR_NOOP("Pending")}},
        {QStringLiteral("CREATE IN_PROGRESS"), {Status::InProgress, QT_TR_NOOP("In progress")}},
        {QStringLiteral("CREATE FAILED"), {Status::Error, QT_TR_NOOP("Failed")}},
        {QStringLiteral("CREATE STOPPING"), {Status::InProgress, QT_TR_NOOP("Stopping")}},
        {QStringLiteral("CREATE STOPPED"), {Status::Stopped, QT_TR_NOOP("Stopped")}},
        {QStringLiteral("UPDATE PENDING"), {Status::Pending, QT_TR_NOOP("Update pending")}},
        {QStringLiteral("UPDATE IN_PROGRESS"), {Status::InProgress, QT_TR_NOOP("Updating")}},
        {QStringLiteral("UPDATE FAILED"), {Status::Error, QT_TR_NOOP("Update failed")}},
        {QStringLiteral("DELETE PENDING"), {Status::Pending, QT_TR_NOOP("Delete pending")}},
        {QStringLiteral("DELETE IN_PROGRESS"), {Status::InProgress, QT_TR_NOOP("Deleting")}},
        {QStringLiteral("DELETE FAILED"), {Status::Error, QT_TR_NOOP("Delete failed")}},
        {QStringLiteral("INACTIVE"), {Status::Stopped, QT_TR_NOOP("Inactive")}},
    };
    const auto found = looks.constFind(serviceStatus);
    if (found != looks.cend()) return {found->first, tr(found->second)};
    return {serviceStatus.isEmpty() ? Status::NotStarted : Status::Info, serviceStatus};
}

Icon statusIcon(Status status) {
    switch (status) {
        case Status::NotStarted: return Icon::Minus;
        case Status::Pending: return Icon::Clock;
        case Status::InProgress: return Icon::Progress;
        case Status::Success: return Icon::Check;
        case Status::Warning: return Icon::Warning;
        case Status::Error: return Icon::Error;
        case Status::Info: return Icon::Info;
        case Status::Stopped: return Icon::Stop;
    }
    return Icon::Info;
}

Tone statusTone(Status status) {
    switch (status) {
        case Status::Success: return Tone::Ok;
        case Status::InProgress:
        case Status::Warning: return Tone::Warn;
        case Status::Error: return Tone::Bad;
        case Status::Info: return Tone::Accent;
        case Status::NotStarted:
        case Status::Pending:
        case Status::Stopped: return Tone::Muted;
    }
    return Tone::Muted;
}

StatusBadge::StatusBadge(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(theme::font(TextRole::Table));
}

StatusBadge::StatusBadge(Status status, const QString& word, QWidget* parent)
    : StatusBadge(parent) {
    set(status, word);
}

void StatusBadge::set(Status status, const QString& word) {
    status_ = status;
    word_ = word;
    setAccessibleName(tr("Status: %1").arg(word));
    updateGeometry();
    update();
}

void StatusBadge::setServiceStatus(const QString& serviceStatus) {
    const StatusLook look = statusLook(serviceStatus);
    set(look.status, look.word);
}

void StatusBadge::setFilled(bool filled) {
    filled_ = filled;
    QFont face = theme::font(TextRole::Small);
    face.setWeight(QFont::DemiBold);
    setFont(filled ? face : theme::font(TextRole::Table));
    updateGeometry();
}

QSize StatusBadge::sizeHint() const {
    const int text = static_cast<int>(std::ceil(QFontMetricsF(font()).horizontalAdvance(word_)));
    const int padding = filled_ ? 2 * 10 : 0;
    return {padding + kIcon + kGap + text + 1, filled_ ? 26 : 20};
}

void StatusBadge::paintEvent(QPaintEvent*) {
    const Colors& c = colors();
    QPainter painter(this);
    const PainterGuard guard(painter);
    const Tone tone = statusTone(status_);
    double x = 0;
    if (filled_) {
        const QColor ground = tone == Tone::Ok      ? c.okSoft
                              : tone == Tone::Warn  ? c.warnSoft
                              : tone == Tone::Bad   ? c.badSoft
                              : tone == Tone::Muted ? c.hover
                                                    : c.soft;
        paint::box(painter, rect(), height() / 2.0, ground, {});
        x = 10;
    }
    drawIcon(painter, QRectF(x, (height() - kIcon) / 2.0, kIcon, kIcon), statusIcon(status_),
             theme::color(tone));
    painter.setPen(theme::color(tone));
    painter.drawText(QRectF(x + kIcon + kGap, 0, width(), height()),
                     Qt::AlignVCenter | Qt::AlignLeft, word_);
}

void StatusDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    const PainterGuard guard(*painter);
    TableDelegate::paintGround(*painter, option, index);
    const QString text = index.data().toString();
    if (text.isEmpty()) return;
    const QVariant known = index.data(kStatusRole);
    const StatusLook look =
        known.isValid() ? StatusLook{static_cast<Status>(known.toInt()), text} : statusLook(text);
    const QColor ink = theme::color(statusTone(look.status));
    const QRectF rect = option.rect.adjusted(kSpaceS, 0, -kSpaceS, 0);
    drawIcon(*painter, QRectF(rect.left(), rect.center().y() - kIcon / 2.0, kIcon, kIcon),
             statusIcon(look.status), ink);
    painter->setFont(theme::font(TextRole::Table));
    painter->setPen(ink);
    const QRectF words = rect.adjusted(kIcon + kGap, 0, 0, 0);
    painter->drawText(
        words, Qt::AlignVCenter | Qt::AlignLeft,
        option.fontMetrics.elidedText(look.word, Qt::ElideRight, static_cast<int>(words.width())));
}

QSize StatusDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const QFontMetrics metrics(theme::font(TextRole::Table));
    const QString text = index.data().toString();
    const QString word = index.data(kStatusRole).isValid() ? text : statusLook(text).word;
    return {metrics.horizontalAdvance(word) + kIcon + kGap + 2 * kSpaceS + 2, kRowHeight};
}

}  // namespace foretaste::widgets
