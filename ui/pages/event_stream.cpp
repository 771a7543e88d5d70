// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/event_stream.h"

#include <QPushButton>

#include "ui/bridge/console.h"
#include "ui/bridge/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"

namespace foretaste::pages {
namespace {

constexpr std::size_t kEvents = 50;
constexpr int kRowsSeen = 8;
constexpr int kEveryMs = 1000;

QString whoOf(const service::ArrivedEvent& event) {
    return event.userId.empty() ? QObject::tr("session %1").arg(bridge::text(event.sessionId))
                                : bridge::text(event.userId);
}

std::vector<StreamRow> read(service::Service& service, const std::string& group) {
    auto events = service.arrivedEvents(group, kEvents);
    std::vector<std::string> ids;
    for (const auto& event : events) ids.push_back(event.itemId);
    const auto cards = service.itemCards(group, ids);
    std::vector<StreamRow> rows;
    for (std::size_t i = 0; i < events.size(); ++i)
        rows.push_back({std::move(events[i]), bridge::text(cards[i].title)});
    return rows;
}

}  // namespace

StreamModel::StreamModel(QObject* parent)
    : ResourceTableModel(
          {{tr("Item"), [](const StreamRow& row) { return row.title; }, false, nullptr, nullptr,
            [](const StreamRow& row) { return bridge::text(row.event.itemId); }},
           {tr("Event"), [](const StreamRow& row) { return bridge::text(row.event.eventType); }},
           {tr("Who"), [](const StreamRow& row) { return whoOf(row.event); }, false, nullptr,
            nullptr,
            [](const StreamRow& row) {
                return tr("Session %1").arg(bridge::text(row.event.sessionId));
            }},
           {tr("Value"),
            [](const StreamRow& row) {
                return row.event.eventValue ? bridge::numberText(*row.event.eventValue, 2)
                                            : QString();
            },
            true},
           {tr("Shown with it"),
            [](const StreamRow& row) {
                return row.event.impressions > 0 ? bridge::countText(row.event.impressions)
                                                 : QString();
            },
            true},
           {tr("Dated"), [](const StreamRow& row) { return bridge::dateText(row.event.timestamp); },
            true}},
          [](const StreamRow& row) { return QString::number(row.event.number); }, parent) {}

EventStream::EventStream(bridge::Console& console, QWidget* parent)
    : Card(tr("As they arrive"), {}, parent),
      console_(console),
      rows_(new StreamModel(this)),
      table_(new widgets::DataTable(tr("Events as they arrive"))),
      hold_(new QPushButton(tr("Hold still"))) {
    setObjectName(QStringLiteral("eventStream"));
    table_->setObjectName(QStringLiteral("streamTable"));
    table_->setModel(rows_);
    table_->setStretchColumn(StreamModel::Item);
    table_->setFitRows(kRowsSeen);
    table_->setEmptyText(tr("Events that programs put appear here, the newest first."));
    hold_->setObjectName(QStringLiteral("holdStreamButton"));
    hold_->setCheckable(true);
    theme::setButtonKind(*hold_, theme::ButtonKind::Secondary);
    addHeadWidget(hold_);
    body()->addWidget(table_);
    timer_.setInterval(kEveryMs);
    connect(&timer_, &QTimer::timeout, this, &EventStream::look);
    connect(hold_, &QPushButton::toggled, this, &EventStream::hold);
}

void EventStream::setGroup(const std::string& groupArn) {
    if (group_ == groupArn) return;
    group_ = groupArn;
    looked_ = false;
    rows_->setRows({});
    setSubtitle({});
    look();
}

void EventStream::look() {
    if (looking_ || group_.empty() || hold_->isChecked()) return;
    looking_ = true;
    console_.call(
        this, [group = group_](service::Service& service) { return read(service, group); },
        [this, group = group_](std::vector<StreamRow> rows) {
            looking_ = false;
            if (group == group_ && !hold_->isChecked()) show(std::move(rows));
        },
        [this](const bridge::CallError& error) {
            looking_ = false;
            setSubtitle(bridge::sentenceText(error.message));
        });
}

void EventStream::show(std::vector<StreamRow> rows) {
    const auto* newest = rows_->at(0);
    const std::int64_t seen = newest ? newest->event.number : 0;
    const auto arrivals = std::count_if(
        rows.begin(), rows.end(), [&](const StreamRow& row) { return row.event.number > seen; });
    const bool isNew = looked_ && arrivals > 0;  // at the first look all is old
    looked_ = true;
    setSubtitle(isNew ? tr("%n new", nullptr, static_cast<int>(arrivals)) : tr("listening"));
    rows_->setRows(std::move(rows));
    // While the table fills, its columns make room for what comes; later they stay as they are.
    if (rows_->rowCount() <= kRowsSeen) table_->setStretchColumn(StreamModel::Item);
    if (isNew) emit arrived();
}

void EventStream::hold(bool still) {
    hold_->setText(still ? tr("Go on") : tr("Hold still"));
    if (still)
        setSubtitle(tr("held still"));
    else
        look();
}

void EventStream::showEvent(QShowEvent* event) {
    Card::showEvent(event);
    look();
    timer_.start();
}

void EventStream::hideEvent(QHideEvent* event) {
    Card::hideEvent(event);
    timer_.stop();
}

}  // namespace foretaste::pages
