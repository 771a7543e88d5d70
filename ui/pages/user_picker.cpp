// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/user_picker.h"

#include <QHeaderView>
#include <QItemSelectionModel>

#include "core/base/arn.h"
#include "ui/bridge/words.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/small_parts.h"

namespace foretaste::pages {

using bridge::text;

namespace {

constexpr std::size_t kListed = 50;
constexpr int kTypingMs = 120;

QString labelOf(const UserRow& row) {
    switch (row.kind) {
        case UserRow::Kind::Fresh: return QObject::tr("Somebody new");
        case UserRow::Kind::Typed: return QObject::tr("Use “%1”").arg(row.id);
        case UserRow::Kind::Known: break;
    }
    return row.id;
}

/// The row of somebody new is one and the same, whoever came of it.
QString keyOf(const UserRow& row) {
    return row.kind == UserRow::Kind::Fresh ? QStringLiteral("new")
                                            : QStringLiteral("id ") + row.id;
}

}  // namespace

UserModel::UserModel(QObject* parent)
    : ResourceTableModel({{tr("User"), labelOf},
                          {tr("Events"),
                           [](const UserRow& row) {
                               return row.events > 0 ? bridge::countText(row.events)
                                                     : QStringLiteral("–");
                           },
                           true}},
                         keyOf, parent) {}

UserPicker::UserPicker(bridge::Console& console, QWidget* parent)
    : Card(tr("User"), {}, parent),
      console_(console),
      model_(new UserModel(this)),
      search_(new widgets::SearchField(tr("Find a user by id"))),
      table_(new widgets::DataTable(tr("Users"))) {
    constexpr int kShownRows = 4;
    search_->setObjectName(QStringLiteral("userSearchInput"));
    table_->setObjectName(QStringLiteral("usersTable"));
    table_->setModel(model_);
    table_->setStretchColumn(UserModel::User);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->horizontalHeader()->hide();
    table_->setFixedHeight(kShownRows * theme::kRowHeight);
    body()->addWidget(search_);
    body()->addWidget(table_);
    typing_.setSingleShot(true);
    typing_.setInterval(kTypingMs);
    connect(&typing_, &QTimer::timeout, this, &UserPicker::find);
    connect(search_, &QLineEdit::textChanged, &typing_, qOverload<>(&QTimer::start));
    connect(search_, &widgets::SearchField::downPressed, table_, [this] {
        table_->setFocus(Qt::TabFocusReason);
        if (!table_->currentIndex().isValid()) choose(0);
    });
    connect(search_, &QLineEdit::returnPressed, this, [this] {
        takeBest_ = true;
        typing_.stop();
        find();
    });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) {
                if (const auto* row = model_->at(index.row())) {
                    chosen_ = *row;
                    if (row->kind == UserRow::Kind::Fresh)
                        chosen_.id = QStringLiteral("visitor-") + text(base::randomHexId());
                    emit userChosen();
                }
            });
}

void UserPicker::setGroup(const std::string& groupArn) {
    groupArn_ = groupArn;
    chosen_ = {};
    model_->setRows({});
    const QSignalBlocker quiet(search_);
    search_->clear();
    find();
}

void UserPicker::choose(const QString& id) {
    const QSignalBlocker quiet(search_);
    search_->setText(id);
    takeBest_ = true;
    find();
}

void UserPicker::find() {
    const int asked = ++asked_;
    console_.call(
        this,
        [group = groupArn_, words = search_->text().trimmed().toStdString()](
            service::Service& service) { return service.findUsers(group, words, kListed); },
        [this, asked](std::vector<service::UserCard> found) {
            if (asked == asked_) show(std::move(found));
        },
        [this](const bridge::CallError& error) { emit failed(error.message); });
}

void UserPicker::show(std::vector<service::UserCard> found) {
    const auto typed = search_->text().trimmed();
    std::vector<UserRow> rows;
    bool exact = typed.isEmpty();
    for (const auto& user : found) {
        rows.push_back({UserRow::Kind::Known, text(user.userId), user.events});
        exact |= rows.back().id == typed;
    }
    if (!exact) rows.push_back({UserRow::Kind::Typed, typed, 0});
    if (typed.isEmpty()) rows.insert(rows.begin(), {UserRow::Kind::Fresh, {}, 0});
    {
        // Who was chosen stays so while the list is looked through.
        const QSignalBlocker quiet(table_->selectionModel());
        model_->setRows(std::move(rows));
        mark();
    }
    table_->viewport()->update();
    if (std::exchange(takeBest_, false)) {
        const int exactly = model_->rowOf(keyOf({UserRow::Kind::Known, typed, 0}));
        choose(std::max(0, exactly));
    } else if (chosen_.id.isEmpty()) {
        choose(model_->rowCount() > 1 ? 1 : 0);
    }
}

void UserPicker::mark() {
    const auto index = model_->index(model_->rowOf(keyOf(chosen_)), 0);
    table_->setCurrentIndex(index);
    if (!index.isValid()) table_->clearSelection();
}

void UserPicker::choose(int row) {
    table_->setCurrentIndex(model_->index(row, 0));
}

}  // namespace foretaste::pages
