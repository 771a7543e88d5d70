// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/recommendation_models.h"
#include "ui/pages/card_row.h"
#include "ui/widgets/form_field.h"

class QComboBox;

namespace foretaste::bridge {
class Console;
struct CallError;
}  // namespace foretaste::bridge
namespace foretaste::widgets {
class Card;
}

namespace foretaste::pages {

class Notice;

/// Sends one event through putEvents and shows what its user did last, so that one sees it arrive.
class TestEventForm : public CardRow {
    Q_OBJECT

public:
    explicit TestEventForm(bridge::Console& console, QWidget* parent = nullptr);

    /// Forgets what was filled in and suggests users, items and event types of the group.
    void setGroup(const std::string& groupArn);
    /// Where events go, and the newest one's time in epoch seconds (0: none).
    void setTracker(const std::string& trackingId, std::int64_t newestEvent);

signals:
    void sent();

private:
    struct Suggestions {
        QStringList users, items, eventTypes;
    };
    static Suggestions suggest(service::Service& service, const std::string& groupArn);
    widgets::Card* makeForm();
    widgets::Card* makeHistory();
    service::PutEventsRequest event() const;
    void send();
    void refused(const bridge::CallError& error);
    void showHistory();

    bridge::Console& console_;
    std::string group_;
    std::string trackingId_;
    std::int64_t newest_ = 0;
    QComboBox* user_;
    QComboBox* item_;
    QComboBox* eventType_;
    QComboBox* when_;
    QList<widgets::FormField*> fields_;
    QPushButton* send_;
    Notice* result_;
    models::HistoryModel* history_;
    widgets::Card* historyCard_;
};

}  // namespace foretaste::pages
