// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/thread_pool_executor.h"

#include <gtest/gtest.h>

#include <QSemaphore>
#include <QThread>
#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace foretaste::jobs {
namespace {

using Pool = service::Executor::Pool;
constexpr Pool kPools[] = {Pool::Training, Pool::Io, Pool::Serve};

/// How much of the work given to a pool runs at the same time, at most.
class Together {
public:
    void enter() {
        const int now = ++inside_;
        std::lock_guard lock(mutex_);
        most_ = std::max(most_, now);
        threads_.insert(std::this_thread::get_id());
    }
    void leave() { --inside_; }
    int most() const { return most_; }
    std::size_t threads() const { return threads_.size(); }

private:
    std::atomic<int> inside_ = 0;
    std::mutex mutex_;
    int most_ = 0;
    std::set<std::thread::id> threads_;
};

TEST(ThreadPoolExecutor, RunsEverythingOnceAndWaitsForIt) {
    ThreadPoolExecutor executor;
    std::atomic<int> done = 0;
    for (int i = 0; i < 300; ++i) executor.submit(kPools[i % 3], [&] { ++done; });
    executor.wait();
    EXPECT_EQ(done, 300);
}

TEST(ThreadPoolExecutor, TrainsOneAtATimeInOrder) {
    ThreadPoolExecutor executor;
    Together together;
    std::vector<int> order;
    for (int i = 0; i < 50; ++i)
        executor.submit(Pool::Training, [&, i] {
            together.enter();
            order.push_back(i);
            std::this_thread::yield();
            together.leave();
        });
    executor.wait();
    EXPECT_EQ(together.most(), 1);
    EXPECT_EQ(together.threads(), 1U);
    EXPECT_EQ(order.size(), 50U);
    EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
}

TEST(ThreadPoolExecutor, ImportsTwoAtATime) {
    ThreadPoolExecutor executor;
    Together together;
    QSemaphore arrived, go;
    for (int i = 0; i < 5; ++i)
        executor.submit(Pool::Io, [&] {
            together.enter();
            arrived.release();
            go.acquire();
            together.leave();
        });
    // Two come in without either having to end; a third does not until one leaves.
    arrived.acquire(2);
    EXPECT_FALSE(arrived.tryAcquire(1, 30));
    go.release(5);
    executor.wait();
    EXPECT_EQ(together.most(), 2);
}

TEST(ThreadPoolExecutor, ServesWhileTheOthersAreBusy) {
    ThreadPoolExecutor executor;
    QSemaphore busy, go, served;
    for (int i = 0; i < 4; ++i)
        for (const auto pool : {Pool::Training, Pool::Io})
            executor.submit(pool, [&] {
                busy.release();
                go.acquire();
            });
    busy.acquire(3);  // one training and two io threads are taken now
    executor.submit(Pool::Serve, [&] { served.release(); });
    EXPECT_TRUE(served.tryAcquire(1, 60'000));
    go.release(8);
    executor.wait();
}

TEST(ThreadPoolExecutor, WaitsForWorkThatWorkSubmits) {
    ThreadPoolExecutor executor;
    std::atomic<int> done = 0;
    // From the pool that is waited for last to the one that is waited for first, and on.
    executor.submit(Pool::Serve, [&] {
        QThread::msleep(20);
        executor.submit(Pool::Training, [&] {
            QThread::msleep(20);
            executor.submit(Pool::Io, [&] { ++done; });
            ++done;
        });
        ++done;
    });
    executor.wait();
    EXPECT_EQ(done, 3);
}

TEST(ThreadPoolExecutor, FinishesWhatWasSubmittedWhenItGoes) {
    std::atomic<int> done = 0;
    const auto held = std::make_shared<int>(7);
    {
        ThreadPoolExecutor executor;
        for (int i = 0; i < 30; ++i)
            executor.submit(kPools[i % 3], [&done, held] { done += *held; });
    }
    EXPECT_EQ(done, 210);
    EXPECT_EQ(held.use_count(), 1);  // and holds on to nothing
}

TEST(ThreadPoolExecutor, CanBeUsedAgainAfterAWait) {
    ThreadPoolExecutor executor;
    std::atomic<int> done = 0;
    for (int round = 1; round <= 3; ++round) {
        for (const auto pool : kPools) executor.submit(pool, [&] { ++done; });
        executor.wait();
        EXPECT_EQ(done, 3 * round);
    }
}

#ifdef __linux__
TEST(ThreadPoolExecutor, BackgroundWorkGivesWay) {
    ThreadPoolExecutor executor;
    const auto niceness = [] {
        return getpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)));
    };
    const int usual = niceness();
    if (usual >= 19) GTEST_SKIP() << "the test itself runs at the lowest priority";
    int training = 0, io = 0, serve = 0, servedForTraining = 0;
    executor.submit(Pool::Training, [&] {
        training = niceness();
        executor.submit(Pool::Serve, [&] { servedForTraining = niceness(); });
    });
    executor.submit(Pool::Io, [&] { io = niceness(); });
    executor.submit(Pool::Serve, [&] { serve = niceness(); });
    executor.wait();
    EXPECT_GT(training, usual);
    EXPECT_GT(io, usual);
    EXPECT_EQ(serve, usual);
    EXPECT_EQ(servedForTraining, usual);
    EXPECT_EQ(niceness(), usual);
}
#endif

}  // namespace
}  // namespace foretaste::jobs
