// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include <QKeyEvent>
#include <QListView>
#include <QStyledItemDelegate>

#include "ui/theme/style_paint.h"

namespace foretaste::shell {

using namespace theme;

namespace {

constexpr int kWidth = 560;
constexpr int kRow = 40;
constexpr int kMostShown = 50;

}  // namespace

int fuzzyScore(const QString& pattern, const QString& text) {
    const QString wanted = pattern.toCaseFolded();
    const QString given = text.toCaseFolded();
    int score = 0;
    qsizetype from = 0;
    qsizetype last = -2;
    for (const QChar letter : wanted) {
        if (letter.isSpace()) continue;
        const auto starts = [&](qsizetype i) { return i == 0 || !given[i - 1].isLetterOrNumber(); };
        qsizetype found = given.indexOf(letter, from);
        if (found < 0) return -1;
        if (found != last + 1) {  // the start of a later word is a better fit than mid-word
            for (qsizetype i = found; i >= 0; i = given.indexOf(letter, i + 1)) {
                if (!starts(i)) continue;
                found = i;
                break;
            }
        }
        score += found == last + 1 ? 6 : starts(found) ? 5 : 1;
        last = found;
        from = found + 1;
    }
    if (!wanted.isEmpty() && given.startsWith(wanted)) score += 10;
    // Among equal fits the shorter text is the closer one.
    return score * 64 - static_cast<int>(std::min<qsizetype>(given.size(), 63)) * !wanted.isEmpty();
}

class CommandPalette::Model : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;
    void set(QList<Command> commands) {
        beginResetModel();
        commands_ = std::move(commands);
        endResetModel();
    }
    const Command& at(int row) const { return commands_[row]; }
    int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(commands_.size());
    }
    QVariant data(const QModelIndex& index, int role) const override {
        const Command& command = commands_[index.row()];
        if (role == Qt::DisplayRole) return command.text;
        if (role == Qt::AccessibleTextRole) {
            return QStringLiteral("%1, %2").arg(command.text, command.detail);
        }
        if (role == Qt::UserRole) return command.detail;
        if (role == Qt::UserRole + 1) return static_cast<int>(command.icon);
        return {};
    }

private:
    QList<Command> commands_;
};

namespace {

class RowDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const PainterGuard guard(*painter);
        const Colors& c = colors();
        const QRectF rect = QRectF(option.rect).adjusted(kSpaceS, 1, -kSpaceS, -1);
        const bool chosen = option.state & QStyle::State_Selected;
        if (chosen) {
            paint::box(*painter, rect, kRadiusItem, c.soft, {});
        }
        const QColor ink = chosen ? c.accent : c.text;
        drawIcon(*painter, QRectF(rect.left() + kSpaceM, rect.center().y() - 8, 16, 16),
                 static_cast<Icon>(index.data(Qt::UserRole + 1).toInt()), chosen ? ink : c.muted);
        painter->setFont(font(TextRole::Small));
        const QString detail = index.data(Qt::UserRole).toString();
        const double detailWidth = QFontMetricsF(painter->font()).horizontalAdvance(detail);
        painter->setPen(c.muted);
        painter->drawText(rect.adjusted(0, 0, -kSpaceM, 0), Qt::AlignVCenter | Qt::AlignRight,
                          detail);
        painter->setFont(font(TextRole::Body));
        painter->setPen(ink);
        const QRectF room = rect.adjusted(40, 0, -detailWidth - 2 * kSpaceM, 0);
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                          QFontMetricsF(painter->font())
                              .elidedText(index.data().toString(), Qt::ElideRight, room.width()));
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {kWidth, kRow};
    }
};

}  // namespace

CommandPalette::CommandPalette(QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint),
      model_(new Model(this)),
      field_(new widgets::SearchField(tr("Search pages, resources, actions"), this)),
      list_(new QListView(this)) {
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Command palette"));
    setModal(true);
    setFixedWidth(kWidth);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceXs, kSpaceM, kSpaceXs, kSpaceS);
    layout->setSpacing(kSpaceS);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(kSpaceS, 0, kSpaceS, 0);
    top->addWidget(field_);
    layout->addLayout(top);
    layout->addWidget(list_);
    field_->setObjectName(QStringLiteral("commandField"));
    list_->setObjectName(QStringLiteral("commandList"));
    list_->setAccessibleName(tr("Results"));
    list_->setModel(model_);
    list_->setItemDelegate(new RowDelegate(list_));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setUniformItemSizes(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setFixedHeight(8 * kRow);
    list_->setMouseTracking(true);
    field_->installEventFilter(this);
    connect(field_, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(field_, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
    connect(list_, &QListView::clicked, this, &CommandPalette::runCurrent);
}

void CommandPalette::open(const QList<Command>& commands) {
    commands_ = commands;
    field_->clear();
    filter({});
    adjustSize();
    if (const QWidget* window = parentWidget()) {
        move(
            window->mapToGlobal(QPoint((window->width() - width()) / 2, kTopBarHeight + kSpaceXl)));
    }
    field_->setFocus();
    QDialog::open();
}

void CommandPalette::filter(const QString& pattern) {
    std::vector<std::pair<int, qsizetype>> hits;
    for (qsizetype i = 0; i < commands_.size(); ++i) {
        const int own = fuzzyScore(pattern, commands_[i].text);
        // "solution taste" finds the thing by its kind as well.
        const int whole = fuzzyScore(pattern, commands_[i].detail + u' ' + commands_[i].text) - 128;
        if (std::max(own, whole) >= 0 || pattern.isEmpty()) {
            hits.emplace_back(std::max(own, whole), i);
        }
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    QList<Command> shown;
    for (const auto& [score, i] : hits) {
        if (shown.size() == kMostShown) break;
        shown << commands_[i];
    }
    model_->set(shown);
    list_->setCurrentIndex(model_->index(0));
}

void CommandPalette::runCurrent() {
    const QModelIndex index = list_->currentIndex();
    if (!index.isValid()) return;
    const std::function<void()> run = model_->at(index.row()).run;
    accept();
    if (run) run();
}

QStringList CommandPalette::shownTexts() const {
    QStringList out;
    for (int row = 0; row < model_->rowCount(); ++row) out << model_->at(row).text;
    return out;
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int row = list_->currentIndex().row() + (key == Qt::Key_Down ? 1 : -1);
            if (row >= 0 && row < model_->rowCount()) list_->setCurrentIndex(model_->index(row));
            return true;
        }
        if (key == Qt::Key_Escape) {
            reject();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), colors().card);
    painter.setPen(colors().border);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

}  // namespace foretaste::shell
