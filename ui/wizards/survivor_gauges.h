// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/service/service.h"

class QLabel;

namespace foretaste::widgets {
class ShareBar;
}

namespace foretaste::wizards {

/// How many rows and users an import would bring, held against what the service needs to train.
class SurvivorGauges : public QWidget {
    Q_OBJECT

public:
    explicit SurvivorGauges(QWidget* parent = nullptr);
    void show(const ingest::Survivors& survivors, service::DatasetType type);

private:
    /// A sentence above a bar that is full at the minimum.
    struct Gauge {
        QWidget* box;
        QLabel* words;
        widgets::ShareBar* bar;
    };
    Gauge makeGauge(const QString& name);
    static void fill(const Gauge& gauge, const QString& words, std::int64_t count,
                     std::int64_t minimum);

    Gauge rows_, users_;
    QLabel* others_;
};

}  // namespace foretaste::wizards
