// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/ingest/insights.h"
#include "core/service/common.h"

namespace foretaste::service {

using ingest::DataInsights;

template <>
struct EnumNames<ingest::Severity> {
    static constexpr std::pair<ingest::Severity, std::string_view> values[] = {
        {ingest::Severity::Note, "NOTE"},
        {ingest::Severity::Warning, "WARNING"},
        {ingest::Severity::Problem, "PROBLEM"}};
};

template <>
struct EnumNames<ingest::Fix> {
    static constexpr std::pair<ingest::Fix, std::string_view> values[] = {
        {ingest::Fix::Import, "IMPORT"},
        {ingest::Fix::ReplaceSchema, "REPLACE_SCHEMA"},
        {ingest::Fix::RaiseExploration, "RAISE_EXPLORATION"},
        {ingest::Fix::Train, "TRAIN"}};
};

}  // namespace foretaste::service
