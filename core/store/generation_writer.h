// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "core/base/progress.h"
#include "core/schema/schema.h"
#include "core/store/dataset_files.h"
#include "core/store/row_batch.h"

namespace foretaste::store {

/// BulkWriter for many rows at a time, which several threads can prepare: the same rules, the same
/// files.
class GenerationWriter {
public:
    GenerationWriter(const std::filesystem::path& file, const schema::Schema& schema);
    ~GenerationWriter();
    GenerationWriter(const GenerationWriter&) = delete;
    GenerationWriter& operator=(const GenerationWriter&) = delete;

    void append(const RowBatch& batch);
    /// See BulkWriter; the older generation may be of any form.
    void copyFrom(const std::filesystem::path& olderGeneration, const base::JobContext& job = {});
    BulkWriter::Totals finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Brings an events file that an older version wrote into the present form; false where it is in it
/// already. A kill leaves the file as it was. Throws base::IoError.
bool upgradeGeneration(const std::filesystem::path& file);

}  // namespace foretaste::store
