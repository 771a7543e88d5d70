// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/dataset_files.h"
#include "core/store/generation_writer.h"
#include "core/store/row_batch.h"

namespace foretaste::store {

struct BulkWriter::State {
    State(const std::filesystem::path& file, const schema::Schema& schema)
        : writer(file, schema), waiting(schema) {}

    void flush() {
        writer.append(waiting);
        waiting.clear();
    }

    GenerationWriter writer;
    RowBatch waiting;
};

BulkWriter::BulkWriter(const std::filesystem::path& file, const schema::Schema& schema)
    : state_(std::make_unique<State>(file, schema)) {}

BulkWriter::~BulkWriter() = default;

void BulkWriter::append(const std::vector<std::optional<std::string_view>>& cells) {
    constexpr std::size_t kTogether = 4096;
    state_->waiting.add(cells);
    if (state_->waiting.rows() == kTogether) state_->flush();
}

void BulkWriter::copyFrom(const std::filesystem::path& olderGeneration,
                          const base::JobContext& job) {
    state_->writer.copyFrom(olderGeneration, job);
}

BulkWriter::Totals BulkWriter::finish() {
    state_->flush();
    return state_->writer.finish();
}

}  // namespace foretaste::store
