// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_card.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSaveFile>
#include <QStackedWidget>
#include <QSvgGenerator>
#include <QTextDocument>
#include <QToolButton>

#include "ui/charts/axis.h"
#include "ui/theme/icons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/small_parts.h"

namespace foretaste::charts {

using namespace theme;

namespace {

// The chart's own figures, read anew each time the table is shown.
class TableModel : public QAbstractTableModel {
public:
    TableModel(ChartTable table, QObject* parent)
        : QAbstractTableModel(parent), table_(std::move(table)) {}
    int rowCount(const QModelIndex& parent) const override {
        return parent.isValid() ? 0 : static_cast<int>(table_.rows.size());
    }
    int columnCount(const QModelIndex& parent) const override {
        return parent.isValid() ? 0 : static_cast<int>(table_.headings.size());
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        if (orientation != Qt::Horizontal) return {};
        if (role == Qt::DisplayRole) return table_.headings.value(section);
        if (role == Qt::TextAlignmentRole) return alignment(section);
        return {};
    }
    QVariant data(const QModelIndex& index, int role) const override {
        const QVariant& cell = table_.rows[index.row()][index.column()];
        const bool number = cell.typeId() == QMetaType::Double;
        if (role == Qt::DisplayRole) {
            return number ? QVariant(QLocale().toString(cell.toDouble(), 'g', 6)) : cell;
        }
        if (role == Qt::TextAlignmentRole) return alignment(index.column());
        return {};
    }

private:
    QVariant alignment(int column) const {
        const bool number =
            std::any_of(table_.rows.begin(), table_.rows.end(),
                        [&](const auto& row) { return row[column].typeId() == QMetaType::Double; });
        return QVariant::fromValue(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
    }
    ChartTable table_;
};

}  // namespace

ChartCard::ChartCard(const QString& title, const QString& subtitle, Chart* chart, QWidget* parent)
    : Card(title, subtitle, parent),
      chart_(chart),
      table_(new widgets::DataTable(title)),
      stack_(new QStackedWidget),
      protocol_(new widgets::ProtocolLine),
      menuButton_(new QToolButton),
      subtitle_(subtitle) {
    stack_->addWidget(chart_);
    stack_->addWidget(table_);
    body()->addWidget(stack_, 1);
    body()->addWidget(protocol_);
    chart_->setAccessibleName(title);
    menuButton_->setObjectName(QStringLiteral("chartMenuButton"));
    menuButton_->setIcon(icon(Icon::More, Tone::Muted));
    menuButton_->setFixedSize(24, 24);
    menuButton_->setAutoRaise(true);
    menuButton_->setFocusPolicy(Qt::TabFocus);
    menuButton_->setAccessibleName(tr("Export %1").arg(title));
    menuButton_->setToolTip(tr("Table and export"));
    addHeadWidget(menuButton_);
    buildMenu();
}

void ChartCard::buildMenu() {
    auto* menu = new QMenu(this);
    tableAction_ = menu->addAction(tr("Show as table"));
    tableAction_->setCheckable(true);
    connect(tableAction_, &QAction::toggled, this, &ChartCard::setTableShown);
    menu->addSeparator();
    connect(menu->addAction(icon(Icon::Copy), tr("Copy image")), &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setImage(image()); });
    connect(menu->addAction(icon(Icon::Image), tr("Save as PNG…")), &QAction::triggered, this,
            [this] { saveAs(QStringLiteral("png"), &ChartCard::savePng); });
    connect(menu->addAction(icon(Icon::Image), tr("Save as SVG…")), &QAction::triggered, this,
            [this] { saveAs(QStringLiteral("svg"), &ChartCard::saveSvg); });
    connect(menu->addAction(icon(Icon::Table), tr("Save data as CSV…")), &QAction::triggered, this,
            [this] { saveAs(QStringLiteral("csv"), &ChartCard::saveCsv); });
    connect(menuButton_, &QToolButton::clicked, this, [this, menu] {
        menu->popup(menuButton_->mapToGlobal(
            QPoint(menuButton_->width() - menu->sizeHint().width(), menuButton_->height() + 2)));
    });
}

void ChartCard::setProtocol(const QString& text) {
    protocol_->setText(text);
}

void ChartCard::setTableShown(bool shown) {
    if (shown) {
        auto* fresh = new TableModel(chart_->table(), table_);
        QAbstractItemModel* old = table_->model();
        table_->setModel(fresh);
        delete old;
    }
    stack_->setCurrentIndex(shown ? 1 : 0);
    tableAction_->setChecked(shown);
}

bool ChartCard::isTableShown() const {
    return stack_->currentIndex() == 1;
}

QSize ChartCard::exportSize() const {
    const int width = std::max(640, chart_->width() + 2 * kSpaceXl);
    return {width, std::max(240, chart_->height()) + 132};
}

void ChartCard::drawExport(QPainter& painter, const QSize& size) const {
    const Colors& c = colors();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect({0, 0}, size), c.card);
    const QRectF room =
        QRectF({0, 0}, QSizeF(size)).adjusted(kSpaceXl, kSpaceL, -kSpaceXl, -kSpaceL);
    painter.setPen(c.text);
    painter.setFont(theme::font(TextRole::Heading));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignTop, title());
    painter.setPen(c.muted);
    painter.setFont(theme::font(TextRole::Small));
    painter.drawText(room.adjusted(0, 20, 0, 0), Qt::AlignLeft | Qt::AlignTop, subtitle_);
    QTextDocument plain;
    plain.setHtml(protocol_->text());
    painter.setFont(theme::font(TextRole::Tiny));
    painter.drawText(QRectF(room.left(), room.bottom() - 44, room.width(), 44),
                     Qt::AlignLeft | Qt::AlignBottom | Qt::TextWordWrap, plain.toPlainText());
    chart_->draw(painter, room.adjusted(0, 46, 0, -52));
}

QImage ChartCard::image(double scale) const {
    const QSize size = exportSize();
    QImage out((QSizeF(size) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    out.setDevicePixelRatio(scale);
    QPainter painter(&out);
    drawExport(painter, size);
    return out;
}

bool ChartCard::savePng(const QString& path) const {
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && image().save(&file, "PNG") && file.commit();
}

bool ChartCard::saveSvg(const QString& path) const {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return false;
    const QSize size = exportSize();
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    generator.setSize(size);
    generator.setViewBox(QRect({0, 0}, size));
    generator.setTitle(title());
    generator.setDescription(chart_->summary());
    QPainter painter;
    if (!painter.begin(&generator)) return false;
    drawExport(painter, size);
    painter.end();
    return file.commit();
}

bool ChartCard::saveCsv(const QString& path) const {
    QSaveFile file(path);
    const QByteArray text = toCsv(chart_->table()).toUtf8();
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
}

void ChartCard::saveAs(const QString& suffix, bool (ChartCard::*save)(const QString&) const) {
    const QString path =
        widgets::saveFile(this, tr("Save %1").arg(title()), title() + u'.' + suffix,
                          QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix));
    if (path.isEmpty()) return;
    if ((this->*save)(path)) {
        emit saved(path);
    } else {
        emit failed(tr("%1 could not be written. Is the folder writable, and the disk not full?")
                        .arg(path));
    }
}

}  // namespace foretaste::charts
