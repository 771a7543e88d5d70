// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/test_event_form.h"

#include <QComboBox>
#include <QDateTime>

#include "ui/bridge/console.h"
#include "ui/bridge/words.h"
#include "ui/pages/notice.h"
#include "ui/pages/studio_calls.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/wizards/copy_request_button.h"
#include "ui/wizards/refusals.h"

namespace foretaste::pages {

using bridge::text;
using models::HistoryModel;
using widgets::FieldError;
using widgets::FlashKind;
using widgets::FormField;

namespace {

constexpr int kNarrowest = 380;
constexpr std::size_t kSuggestedUsers = 30, kSuggestedItems = 50, kHistory = 10;

QComboBox* makeChoice(const QString& name, bool editable) {
    auto* choice = new QComboBox;
    choice->setObjectName(name);
    choice->setEditable(editable);
    choice->setInsertPolicy(QComboBox::NoInsert);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return choice;
}

void suggestIn(QComboBox& choice, const QStringList& values) {
    choice.clear();
    choice.addItems(values);
    choice.setCurrentIndex(values.isEmpty() ? -1 : 0);
}

}  // namespace

TestEventForm::TestEventForm(bridge::Console& console, QWidget* parent)
    : CardRow(kNarrowest, parent),
      console_(console),
      user_(makeChoice(QStringLiteral("userIdInput"), true)),
      item_(makeChoice(QStringLiteral("itemIdInput"), true)),
      eventType_(makeChoice(QStringLiteral("eventTypeInput"), true)),
      when_(makeChoice(QStringLiteral("sentAtInput"), false)),
      send_(new QPushButton(tr("Send event"))),
      result_(new Notice(FlashKind::Success)),
      history_(new HistoryModel(this)) {
    result_->setObjectName(QStringLiteral("sendResult"));
    add(makeForm());
    historyCard_ = makeHistory();
    add(historyCard_);
    connect(user_, &QComboBox::currentTextChanged, this, &TestEventForm::showHistory);
}

widgets::Card* TestEventForm::makeForm() {
    auto* card = new widgets::Card(tr("Send a test event"));
    const auto add = [&](const char* key, const QString& label, QComboBox* input,
                         const QString& help = {}) {
        auto* field = new FormField(QLatin1String(key), label, input, help);
        card->body()->addWidget(field);
        fields_ << field;
    };
    card->body()->setSpacing(theme::kSpaceM);
    add("userId", tr("&User"), user_);
    add("itemId", tr("&Item"), item_);
    add("eventType", tr("&Event type"), eventType_);
    add("sentAt", tr("&When"), when_,
        tr("Ages of items are counted from the newest event: one of today makes every item of an "
           "old catalogue old."));
    send_->setObjectName(QStringLiteral("sendEventButton"));
    theme::setButtonKind(*send_, theme::ButtonKind::Primary);
    auto* copy =
        new wizards::CopyRequestButton([this] { return bridge::apiRequest("PutEvents", event()); });
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kSpaceS);
    buttons->addWidget(send_);
    buttons->addWidget(copy);
    buttons->addStretch(1);
    card->body()->addLayout(buttons);
    card->body()->addWidget(result_);
    card->body()->addStretch();
    connect(send_, &QPushButton::clicked, this, &TestEventForm::send);
    connect(copy, &wizards::CopyRequestButton::copied, this, [this](const QString& message) {
        result_->setKind(FlashKind::Success);
        result_->setText(message);
    });
    return card;
}

widgets::Card* TestEventForm::makeHistory() {
    auto* table = new widgets::DataTable(tr("What the user did last"));
    table->setObjectName(QStringLiteral("historyTable"));
    table->setModel(history_);
    table->setStretchColumn(HistoryModel::Title);
    table->setColumnHidden(HistoryModel::Genres, true);  // titles need the room
    table->setFitRows(static_cast<int>(kHistory));
    table->setEmptyText(tr("Nothing is known of this user yet."));
    auto* card = new widgets::Card;
    card->body()->addWidget(table);
    card->body()->addStretch();
    return card;
}

void TestEventForm::setGroup(const std::string& groupArn) {
    group_ = groupArn;
    result_->setText({});
    widgets::showErrors(fields_, {});
    for (auto* choice : {user_, item_, eventType_}) suggestIn(*choice, {});
    console_.call(
        this, [groupArn](service::Service& service) { return suggest(service, groupArn); },
        [this, groupArn](const Suggestions& found) {
            if (groupArn != group_) return;
            suggestIn(*item_, found.items);
            suggestIn(*eventType_, found.eventTypes);
            suggestIn(*user_, found.users);
        });  // without suggestions the fields are filled in by hand
}

TestEventForm::Suggestions TestEventForm::suggest(service::Service& service,
                                                  const std::string& groupArn) {
    Suggestions found;
    for (const auto& user : service.findUsers(groupArn, {}, kSuggestedUsers))
        found.users << text(user.userId);
    if (found.users.isEmpty()) return found;
    for (const auto& event :
         service.userHistory(groupArn, found.users.front().toStdString(), kSuggestedItems))
        if (const auto item = text(event.itemId); !found.items.contains(item)) found.items << item;
    found.eventTypes = eventTypesOf(service, groupArn);
    return found;
}

void TestEventForm::setTracker(const std::string& trackingId, std::int64_t newestEvent) {
    trackingId_ = trackingId;
    newest_ = newestEvent;
    const int chosen = std::max(0, when_->currentIndex());
    when_->clear();
    if (newestEvent > 0)
        when_->addItem(tr("Just after the newest event, %1").arg(bridge::dateText(newestEvent)),
                       true);
    when_->addItem(tr("Now"), false);
    when_->setCurrentIndex(std::min(chosen, when_->count() - 1));
    showHistory();
}

service::PutEventsRequest TestEventForm::event() const {
    service::Event event;
    event.itemId = item_->currentText().trimmed().toStdString();
    event.eventType = eventType_->currentText().trimmed().toStdString();
    event.sentAt = {when_->currentData().toBool() ? (newest_ + 1) * 1000
                                                  : QDateTime::currentMSecsSinceEpoch()};
    service::PutEventsRequest request;
    request.trackingId = trackingId_;
    request.userId = user_->currentText().trimmed().toStdString();
    request.sessionId = "foretaste-console";
    request.eventList = {event};
    return request;
}

void TestEventForm::send() {
    QList<FieldError> errors;
    if (user_->currentText().trimmed().isEmpty())
        errors.append({QStringLiteral("userId"), tr("Name the user who did it.")});
    if (item_->currentText().trimmed().isEmpty())
        errors.append({QStringLiteral("itemId"), tr("Name the item that was chosen.")});
    if (eventType_->currentText().trimmed().isEmpty())
        errors.append(
            {QStringLiteral("eventType"), tr("Say what was done, as in watch or click.")});
    widgets::showErrors(fields_, errors);
    result_->setText({});
    if (!errors.isEmpty()) return;

    const auto request = event();
    send_->setEnabled(false);
    console_.call(
        this, [request](service::Service& service) { service.putEvents(request); },
        [this, request] {
            send_->setEnabled(true);
            result_->setKind(FlashKind::Success);
            result_->setText(tr("Stored: %1, %2, %3. The next list of %1 knows of it.")
                                 .arg(text(request.userId), text(request.eventList[0].eventType),
                                      text(request.eventList[0].itemId)));
            emit sent();
        },
        [this](const bridge::CallError& error) { refused(error); });
}

void TestEventForm::refused(const bridge::CallError& error) {
    send_->setEnabled(true);
    auto refusal = error;
    refusal.message.remove(QStringLiteral("eventList[0]."));
    const auto rest = widgets::showErrors(fields_, {wizards::asFieldError(refusal)});
    if (rest.isEmpty()) return;
    result_->setKind(FlashKind::Error);
    result_->setText(rest.front().message);
}

void TestEventForm::showHistory() {
    const auto user = user_->currentText().trimmed();
    historyCard_->setTitle(user.isEmpty() ? tr("What the user did last")
                                          : tr("What %1 did last").arg(user));
    console_.call(
        this,
        [group = group_, user = user.toStdString()](service::Service& service) {
            const auto events = user.empty() ? std::vector<service::HistoryEvent>{}
                                             : service.userHistory(group, user, kHistory);
            std::vector<std::string> items;
            for (const auto& event : events) items.push_back(event.itemId);
            return models::historyRows(events, service.itemCards(group, items));
        },
        [this, user](std::vector<models::HistoryRow> rows) {
            if (user == user_->currentText().trimmed()) history_->setRows(std::move(rows));
        },
        [this](const bridge::CallError& error) {
            result_->setKind(FlashKind::Error);
            result_->setText(bridge::sentenceText(error.message));
        });
}

}  // namespace foretaste::pages
