// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include "ui/charts/chart.h"
#include "ui/widgets/card.h"

class QAction;
class QStackedWidget;
class QToolButton;

namespace foretaste::widgets {
class DataTable;
class ProtocolLine;
}  // namespace foretaste::widgets

namespace foretaste::charts {

// A card around a chart: title, subtitle, the line that says how the figures were made, a table
// with the same figures, and a menu that exports them. Exports carry title and protocol.
class ChartCard : public widgets::Card {
    Q_OBJECT
public:
    // Takes ownership of the chart.
    ChartCard(const QString& title, const QString& subtitle, Chart* chart,
              QWidget* parent = nullptr);

    void setProtocol(const QString& text);
    widgets::ProtocolLine& protocol() const { return *protocol_; }
    Chart& chart() const { return *chart_; }
    // The table twin in place of the drawing.
    void setTableShown(bool shown);
    bool isTableShown() const;

    // Title, chart and protocol at `scale` times the size on screen.
    QImage image(double scale = 2) const;
    // False where the file cannot be written.
    bool savePng(const QString& path) const;
    bool saveSvg(const QString& path) const;
    bool saveCsv(const QString& path) const;

signals:
    // An export failed; the sentence says what and where.
    void failed(const QString& message);
    void saved(const QString& path);

private:
    void buildMenu();
    void drawExport(QPainter& painter, const QSize& size) const;
    QSize exportSize() const;
    void saveAs(const QString& suffix, bool (ChartCard::*save)(const QString&) const);

    Chart* chart_;
    widgets::DataTable* table_;
    QStackedWidget* stack_;
    widgets::ProtocolLine* protocol_;
    QToolButton* menuButton_;
    QAction* tableAction_ = nullptr;
    QString subtitle_;
};

}  // namespace foretaste::charts
