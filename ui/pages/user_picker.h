// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/console.h"
#include "ui/models/resource_table_model.h"
#include "ui/widgets/card.h"

namespace foretaste::widgets {
class DataTable;
class SearchField;
}  // namespace foretaste::widgets

namespace foretaste::pages {

/// Somebody to ask recommendations for.
struct UserRow {
    enum class Kind { Known, Fresh, Typed };
    Kind kind = Kind::Known;
    QString id;  ///< of a Fresh one: made when it is chosen
    std::int64_t events = 0;
};

class UserModel : public models::ResourceTableModel<UserRow> {
    Q_OBJECT
public:
    enum { User, Events };
    explicit UserModel(QObject* parent = nullptr);
};

/// Finds users by a part of their id, the busiest first; offers somebody new, and any id that is
/// typed.
class UserPicker : public widgets::Card {
    Q_OBJECT
public:
    explicit UserPicker(bridge::Console& console, QWidget* parent = nullptr);

    /// Lists the group's users; chooses the busiest.
    void setGroup(const std::string& groupArn);
    const UserRow& chosen() const { return chosen_; }
    /// By id, known or not.
    void choose(const QString& id);

signals:
    void userChosen();
    void failed(const QString& message);

private:
    void find();
    void show(std::vector<service::UserCard> found);
    void choose(int row);
    void mark();  ///< puts the cursor on who is chosen

    bridge::Console& console_;
    std::string groupArn_;
    UserModel* model_;
    widgets::SearchField* search_;
    widgets::DataTable* table_;
    QTimer typing_;
    int asked_ = 0;
    bool takeBest_ = false;  ///< Enter was pressed: choose what is found
    UserRow chosen_;
};

}  // namespace foretaste::pages
