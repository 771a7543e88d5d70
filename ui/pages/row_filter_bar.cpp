// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/row_filter_bar.h"

#include <QCalendarWidget>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/small_parts.h"

namespace foretaste::pages {

namespace {

constexpr int kTypingMs = 250;

QDate dayOf(std::int64_t epochSeconds) {
    return QDateTime::fromSecsSinceEpoch(epochSeconds, Qt::UTC).date();
}

std::int64_t startOf(const QDate& day) {
    return QDateTime(day, QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
}

/// The first day that can be chosen stands for "no limit" (the special text of a spin box).
bool isChosen(const QDateEdit& day) {
    return !day.isHidden() && day.date() > day.minimumDate();
}

/// Wide enough for these words and an arrow, which Qt does not count when an input is empty.
void makeRoomFor(const QString& words, QWidget& input) {
    constexpr int kAround = 2 * theme::kSpaceXl;
    input.setMinimumWidth(input.fontMetrics().horizontalAdvance(words) + kAround);
}

}  // namespace

RowFilterBar::RowFilterBar(QWidget* parent)
    : QWidget(parent),
      search_(new widgets::SearchField({})),
      type_(new QComboBox),
      from_(makeDay(QStringLiteral("fromInput"), tr("From this day"), tr("From any day"))),
      until_(makeDay(QStringLiteral("untilInput"), tr("Until this day"), tr("Until any day"))),
      userChip_(makeChip(QStringLiteral("userChip"))),
      itemChip_(makeChip(QStringLiteral("itemChip"))),
      chips_(new QWidget) {
    search_->setObjectName(QStringLiteral("rowSearchInput"));
    type_->setObjectName(QStringLiteral("eventTypeInput"));
    type_->setAccessibleName(tr("Event type"));
    type_->setEditable(true);
    type_->setInsertPolicy(QComboBox::NoInsert);
    type_->lineEdit()->setPlaceholderText(tr("Any event type"));
    makeRoomFor(type_->lineEdit()->placeholderText(), *type_);
    auto* inputs = new QHBoxLayout;
    inputs->setSpacing(theme::kSpaceS);
    inputs->addWidget(search_, 1);
    for (QWidget* input : {static_cast<QWidget*>(type_), static_cast<QWidget*>(from_),
                           static_cast<QWidget*>(until_)})
        inputs->addWidget(input);
    auto* chips = new QHBoxLayout(chips_);
    chips->setContentsMargins(0, 0, 0, 0);
    chips->setSpacing(theme::kSpaceS);
    chips->addWidget(userChip_);
    chips->addWidget(itemChip_);
    chips->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kSpaceS);
    layout->addLayout(inputs);
    layout->addWidget(chips_);

    typing_.setSingleShot(true);
    typing_.setInterval(kTypingMs);
    connect(&typing_, &QTimer::timeout, this, &RowFilterBar::read);
    connect(search_, &QLineEdit::textChanged, &typing_, qOverload<>(&QTimer::start));
    connect(type_, &QComboBox::currentTextChanged, &typing_, qOverload<>(&QTimer::start));
    for (const auto* day : {from_, until_})
        connect(day, &QDateEdit::dateChanged, &typing_, qOverload<>(&QTimer::start));
    connect(userChip_, &QPushButton::clicked, this, [this] { setUser({}); });
    connect(itemChip_, &QPushButton::clicked, this, [this] { setItem({}); });
    showChips();
}

QDateEdit* RowFilterBar::makeDay(const QString& name, const QString& label, const QString& any) {
    auto* day = new QDateEdit;
    day->setObjectName(name);
    day->setAccessibleName(label);
    day->setToolTip(label);
    day->setCalendarPopup(true);
    day->calendarWidget()->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    day->setDisplayFormat(QStringLiteral("d MMM yyyy"));
    day->setSpecialValueText(any);
    makeRoomFor(any, *day);
    return day;
}

QPushButton* RowFilterBar::makeChip(const QString& name) {
    auto* chip = new QPushButton;
    chip->setObjectName(name);
    chip->setIcon(theme::icon(theme::Icon::Close, theme::Tone::Accent));
    chip->setLayoutDirection(Qt::RightToLeft);  // the cross stands behind the words
    return chip;
}

void RowFilterBar::reset() {
    const QSignalBlocker quietSearch(search_), quietType(type_), quietFrom(from_),
        quietUntil(until_);
    search_->clear();
    type_->setCurrentIndex(-1);
    type_->clearEditText();
    from_->setDate(from_->minimumDate());
    until_->setDate(until_->minimumDate());
    user_.clear();
    item_.clear();
    query_ = {};
    typing_.stop();
    showChips();
}

void RowFilterBar::setSearchHint(const QString& hint) {
    search_->setPlaceholderText(hint);
    search_->setAccessibleName(hint);
}

void RowFilterBar::setEventTypes(const QStringList& types) {
    const QSignalBlocker quiet(type_);
    const auto typed = type_->currentText();
    type_->clear();
    type_->addItems(types);
    type_->setCurrentIndex(types.indexOf(typed));
    type_->setEditText(typed);
    type_->setHidden(types.isEmpty());
}

void RowFilterBar::setRange(std::int64_t oldest, std::int64_t newest) {
    for (auto* day : {from_, until_}) {
        const QSignalBlocker quiet(day);
        const bool chosen = isChosen(*day);
        day->setHidden(newest <= 0);
        day->setDateRange(dayOf(oldest).addDays(-1), dayOf(newest));
        if (!chosen) day->setDate(day->minimumDate());
    }
}

void RowFilterBar::setUser(const QString& id) {
    user_ = id;
    read();
}

void RowFilterBar::setItem(const QString& id) {
    item_ = id;
    read();
}

void RowFilterBar::showChips() {
    userChip_->setText(tr("User %1").arg(user_));
    userChip_->setAccessibleName(tr("Show the rows of other users than %1, too").arg(user_));
    userChip_->setVisible(!user_.isEmpty());
    itemChip_->setText(tr("Item %1").arg(item_));
    itemChip_->setAccessibleName(tr("Show the rows of other items than %1, too").arg(item_));
    itemChip_->setVisible(!item_.isEmpty());
    chips_->setVisible(!user_.isEmpty() || !item_.isEmpty());
}

void RowFilterBar::read() {
    typing_.stop();
    showChips();
    service::RowQuery query;
    query.idText = search_->text().trimmed().toStdString();
    query.userId = user_.toStdString();
    query.itemId = item_.toStdString();
    if (!type_->isHidden()) query.eventType = type_->currentText().trimmed().toStdString();
    if (isChosen(*from_)) query.from = startOf(from_->date());
    if (isChosen(*until_)) query.until = startOf(until_->date().addDays(1)) - 1;
    if (query == query_) return;
    query_ = query;
    emit queryChanged();
}

}  // namespace foretaste::pages
