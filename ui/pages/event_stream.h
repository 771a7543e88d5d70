// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QTimer>

#include "core/service/service.h"
#include "ui/models/resource_table_model.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace foretaste::bridge {
class Console;
}
namespace foretaste::widgets {
class DataTable;
}

namespace foretaste::pages {

/// An event as the stream shows it.
struct StreamRow {
    service::ArrivedEvent event;
    QString title;  ///< of the item
};

class StreamModel : public models::ResourceTableModel<StreamRow> {
    Q_OBJECT
public:
    enum { Item, Event, Who, Value, Shown, Time };
    explicit StreamModel(QObject* parent = nullptr);
};

/// The events of a group as they arrive, from whatever program: looked up every second while it is
/// seen and not held still.
class EventStream : public widgets::Card {
    Q_OBJECT

public:
    explicit EventStream(bridge::Console& console, QWidget* parent = nullptr);

    void setGroup(const std::string& groupArn);
    void look();

signals:
    /// Events have come since the last look.
    void arrived();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void show(std::vector<StreamRow> rows);
    void hold(bool still);

    bridge::Console& console_;
    std::string group_;
    StreamModel* rows_;
    widgets::DataTable* table_;
    QPushButton* hold_;
    QTimer timer_;
    bool looking_ = false;  ///< a look is under way
    bool looked_ = false;   ///< at this group
};

}  // namespace foretaste::pages
