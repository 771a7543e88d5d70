// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/smoke.h"

#include <QEventLoop>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTimer>
#include <cstdio>
#include <stdexcept>

#include "app/desktop/console_window.h"
#include "app/jobs/thread_pool_executor.h"
#include "core/base/file.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/kernels/cpu.h"
#include "core/kernels/kernels.h"
#include "ui/charts/line_chart.h"
#include "ui/pages/pages.h"
#include "ui/theme/icons.h"

namespace foretaste::desktop {
namespace {

bool isBlank(const QImage& image) {
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(image.pixel(x, y)) != 0) return false;
    return true;
}

void drawIcons() {
    constexpr int kSize = 32;
    for (int each = 0; each <= static_cast<int>(theme::Icon::More); ++each) {
        const auto pixmap =
            theme::iconPixmap(static_cast<theme::Icon>(each), kSize, theme::Tone::Text, 1);
        if (isBlank(pixmap.toImage()))
            throw std::runtime_error(base::concat("icon ", each, " draws nothing"));
    }
    if (theme::applicationIcon().isNull()) throw std::runtime_error("there is no program icon");
}

void drawChart() {
    charts::LineChart chart(QStringLiteral("smoke"));
    chart.setLines({{QStringLiteral("NDCG"), {{1, 0.1}, {2, 0.2}}, {}, {}}});
    chart.resize(320, 200);
    if (chart.grab().toImage().allGray())
        throw std::runtime_error("the chart's line was not drawn");
}

void openWindow() {
    const QTemporaryDir folder;
    jobs::ThreadPoolExecutor executor;
    service::Service service(base::pathFrom(folder.path().toStdString()) / "workspace", executor);
    ConsoleWindow console(service, executor);
    console.window().show();
    auto& navigator = console.window().navigator();
    constexpr int kPatienceMs = 20000;
    QEventLoop wait;
    QObject::connect(&navigator, &shell::Navigator::moved, &wait, &QEventLoop::quit);
    QTimer::singleShot(kPatienceMs, &wait, &QEventLoop::quit);
    wait.exec();
    if (navigator.place().pageId != pages::kDatasetGroups)
        throw std::runtime_error("the first page did not open");
}

bool report(const char* what, void (*check)()) {
    try {
        check();
        std::printf("%-22s ok\n", what);
        return true;
    } catch (const std::exception& error) {
        std::printf("%-22s FAILED: %s\n", what, error.what());
        return false;
    }
}

}  // namespace

int runSmoke() {
    theme::Theme::get().apply(theme::Mode::Light);
    std::printf("%-22s %s\n", "Foretaste", FORETASTE_VERSION);
    std::printf("%-22s %s, platform %s\n", "Qt", qVersion(),
                qPrintable(QGuiApplication::platformName()));
    std::printf("%-22s %s\n", "Typeface", qPrintable(theme::font(theme::TextRole::Body).family()));
    std::printf("%-22s %d cores, AVX2 and FMA: %s, kernels: %s\n", "Processor",
                base::defaultThreads(), kernels::hasAvx2() ? "yes" : "no", kernels::active().name);
    bool well = report("Icons", drawIcons);
    well = report("Charts", drawChart) && well;
    well = report("Window", openWindow) && well;
    return well ? 0 : 1;
}

}  // namespace foretaste::desktop
