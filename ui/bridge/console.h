// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QPromise>
#include <QString>
#include <QTimer>
#include <exception>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

#include "core/service/service.h"

namespace foretaste::bridge {

/// A failed call as a screen shows it.
struct CallError {
    QString code;     ///< "InvalidInputException"
    QString message;  ///< what is wrong, where, and what to do
};

/// The window's way to the service. Every call runs on a thread of the serve pool; results and
/// changes arrive on the thread of this object, the GUI's. Lives longer than all pages, and less
/// long than service and executor.
class Console : public QObject {
    Q_OBJECT

public:
    Console(service::Service& service, service::Executor& executor, QObject* parent = nullptr);
    /// Waits for the calls that are under way (not for jobs); what they return is dropped.
    ~Console() override;

    /// Runs `call(service)` in the background. The future carries the result, or the exception.
    template <class Call>
    auto run(Call call) -> QFuture<std::invoke_result_t<Call, service::Service&>> {
        using Result = std::invoke_result_t<Call, service::Service&>;
        auto promise = std::make_shared<QPromise<Result>>();
        auto future = promise->future();
        promise->start();
        background(service::Executor::Pool::Serve,
                   [this, promise, call = std::move(call)]() mutable {
                       try {
                           if constexpr (std::is_void_v<Result>)
                               call(service_);
                           else
                               promise->addResult(call(service_));
                       } catch (...) {
                           promise->setException(std::current_exception());
                       }
                       promise->finish();
                   });
        return future;
    }

    /// Runs `call(service)` in the background, then hands its result to `onResult`, or the error to
    /// `onError`, on the GUI thread; nothing is handed over once `context` is gone. What takes
    /// longer than a screen may wait names a pool where it is in nobody's way.
    template <class Call, class OnResult>
    void call(QObject* context, Call call, OnResult onResult,
              std::function<void(const CallError&)> onError = {},
              service::Executor::Pool pool = service::Executor::Pool::Serve) {
        using Result = std::invoke_result_t<Call, service::Service&>;
        const QPointer<QObject> guard(context);
        background(pool, [this, guard, call = std::move(call), onResult = std::move(onResult),
                          onError = std::move(onError)]() mutable {
            std::function<void()> deliver;
            try {
                if constexpr (std::is_void_v<Result>) {
                    call(service_);
                    deliver = [onResult = std::move(onResult)]() mutable { onResult(); };
                } else {
                    auto result = std::make_shared<Result>(call(service_));
                    deliver = [onResult = std::move(onResult), result]() mutable {
                        onResult(std::move(*result));
                    };
                }
            } catch (...) {
                deliver = [onError = std::move(onError),
                           error = describe(std::current_exception())] {
                    if (onError) onError(error);
                };
            }
            toGui([guard, deliver = std::move(deliver)] {
                if (guard) deliver();
            });
        });
    }

    /// Waits for a future of run() and hands over its result or error as call() does.
    template <class Result, class OnResult>
    static void then(QFuture<Result> future, QObject* context, OnResult onResult,
                     std::function<void(const CallError&)> onError = {}) {
        future.then(context, [onResult = std::move(onResult),
                              onError = std::move(onError)](QFuture<Result> done) mutable {
            try {
                if constexpr (std::is_void_v<Result>) {
                    done.waitForFinished();
                    onResult();
                } else {
                    onResult(done.takeResult());
                }
            } catch (...) {
                if (onError) onError(describe(std::current_exception()));
            }
        });
    }

    /// Any exception in the words of a screen.
    static CallError describe(const std::exception_ptr& error);

    /// The most often that one job's progress is told.
    static constexpr int kProgressMs = 100;

signals:
    void resourceChanged(foretaste::service::ResourceKind kind, const QString& arn,
                         foretaste::service::Status status, bool gone);
    /// At most ten times a second a job; the end of a job is told at once, and is the last word.
    void jobProgress(const foretaste::service::JobInfo& job);

private:
    struct Link;
    void background(service::Executor::Pool pool, std::function<void()> work);
    void toGui(std::function<void()> work);
    void takeProgress(const service::JobInfo& job);
    void tellWaiting();

    service::Service& service_;
    service::Executor& executor_;
    std::shared_ptr<Link> link_;
    int handle_ = 0;

    struct Told {
        qint64 atMs = 0;
        bool waiting = false;
        service::JobInfo job;
    };
    QHash<QString, Told> told_;
    QTimer progressTimer_;
};

}  // namespace foretaste::bridge
