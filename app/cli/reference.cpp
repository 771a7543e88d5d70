// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reference.h"

#include <CLI/CLI.hpp>
#include <vector>

#include "app/endpoint/operations.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace foretaste::cli {
namespace {

using base::concat;

/// One option or operand of a command, as completions and manual page need it.
struct Argument {
    std::vector<std::string> flags;  ///< "--data"; empty for an operand
    std::string name;                ///< of an operand, or of the value of an option
    std::string help;
    std::vector<std::string> choices;
    bool takesValue = false;
    bool required = false;
};

struct Command {
    std::string name, help;
    std::vector<Argument> options, operands;
};

/// CLI11 describes IsMember as "{a,b,c}" behind the name of the type.
std::vector<std::string> choicesOf(const CLI::Option& option) {
    if (option.get_name() == "operation") {
        std::vector<std::string> names;
        for (const auto& each : endpoint::operations()) names.push_back(each.name);
        return names;
    }
    const auto type = option.get_type_name();
    const auto begin = type.find('{'), end = type.find('}');
    if (begin == std::string::npos || end == std::string::npos) return {};
    return base::split(std::string_view(type).substr(begin + 1, end - begin - 1), ',');
}

Argument argumentOf(const CLI::Option& option) {
    Argument argument;
    for (const auto& each : option.get_snames()) argument.flags.push_back("-" + each);
    for (const auto& each : option.get_lnames()) argument.flags.push_back("--" + each);
    argument.name =
        argument.flags.empty() ? option.get_name() : base::toUpper(option.get_lnames().front());
    argument.help = option.get_description();
    argument.takesValue = option.get_expected_min() > 0;
    argument.choices = choicesOf(option);
    argument.required = option.get_required();
    return argument;
}

Command commandOf(const CLI::App& app) {
    Command command{app.get_name(), app.get_description(), {}, {}};
    for (const auto* option : app.get_options()) {
        if (app.get_parent() && option == app.get_help_ptr()) continue;  // as the program's
        auto argument = argumentOf(*option);
        auto& list = argument.flags.empty() ? command.operands : command.options;
        list.push_back(std::move(argument));
    }
    return command;
}

struct Table {
    std::vector<Argument> common;  ///< options that stand before or behind every command
    std::vector<Command> commands;

    std::string names(std::string_view separator) const {
        std::vector<std::string> all;
        for (const auto& each : commands) all.push_back(each.name);
        return base::join(all, separator);
    }
};

Table tableOf(const CLI::App& app) {
    Table table{commandOf(app).options, {}};
    for (const auto* each : app.get_subcommands([](const CLI::App*) { return true; }))
        table.commands.push_back(commandOf(*each));
    return table;
}

/// `text` with a backslash before each of `special`.
std::string escaped(std::string_view text, std::string_view special) {
    std::string out;
    for (const char c : text) {
        if (special.find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

/// In single quotes, for every shell.
std::string inQuotes(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'')
            out += "'\\''";
        else
            out += c;
    }
    return out + "'";
}

std::string flagsOf(const std::vector<Argument>& options, std::string_view separator,
                    bool withValueOnly = false) {
    std::vector<std::string> all;
    for (const auto& each : options)
        if (each.takesValue || !withValueOnly)
            all.insert(all.end(), each.flags.begin(), each.flags.end());
    return base::join(all, separator);
}

std::string bash(const Table& table) {
    std::string choices, options;
    for (const auto& command : table.commands) {
        for (const auto& each : command.options)
            if (!each.choices.empty())
                choices += concat("    ", command.name, ":", base::join(each.flags, "|"),
                                  ") words='", base::join(each.choices, " "), "' ;;\n");
        if (!command.operands.empty() && !command.operands.front().choices.empty())
            choices += concat("    ", command.name, ":", command.name, ") words='",
                              base::join(command.operands.front().choices, " "), "' ;;\n");
        options += concat("    ", command.name, ":-*) words='", flagsOf(command.options, " "), " ",
                          flagsOf(table.common, " "), "' ;;\n");
    }
    return concat(R"(# bash completion for foretaste-cli
_foretaste_cli() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command='' words='' i
  for ((i = 1; i < COMP_CWORD; ++i)); do
    case ${COMP_WORDS[i]} in
    )",
                  flagsOf(table.common, "|", true), R"() ((++i)) ;;
    )",
                  table.names("|"), R"() command=${COMP_WORDS[i]} && break ;;
    esac
  done
  case $command:$before in
)",
                  choices, R"(    esac
  [[ -n $words ]] || case $command:$word in
    :-*) words=')",
                  flagsOf(table.common, " "), R"(' ;;
    :*) [[ $before == -* ]] || words=')",
                  table.names(" "), R"(' ;;
)",
                  options, R"(  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -o default -F _foretaste_cli foretaste-cli
)");
}

/// One line of _arguments: '(-h --help)'{-h,--help}'[help]:NAME:values'.
std::string zshArgument(const Argument& argument) {
    const auto values =
        argument.choices.empty() ? "_files" : concat("(", base::join(argument.choices, " "), ")");
    if (argument.flags.empty()) return inQuotes(concat(":", argument.name, ":", values));
    const auto help = concat("[", escaped(argument.help, "[]:\\"), "]");
    const auto value = argument.takesValue ? concat(":", argument.name, ":", values) : "";
    if (argument.flags.size() == 1) return inQuotes(concat(argument.flags[0], help, value));
    return concat(inQuotes(concat("(", base::join(argument.flags, " "), ")")), "{",
                  base::join(argument.flags, ","), "}", inQuotes(help + value));
}

std::string zsh(const Table& table) {
    std::string common, commands, cases;
    for (const auto& each : table.common) common += concat("    ", zshArgument(each), " \\\n");
    for (const auto& command : table.commands) {
        commands += concat("    ", inQuotes(concat(command.name, ":", command.help)), "\n");
        cases += concat("    ", command.name, ") _arguments \\\n", common);
        for (const auto& each : command.options)
            cases += concat("    ", zshArgument(each), " \\\n");
        for (const auto& each : command.operands)
            cases += concat("    ", zshArgument(each), " \\\n");
        cases += "    && return ;;\n";
    }
    return concat(
        "#compdef foretaste-cli\n\n_foretaste_cli() {\n  local curcontext=$curcontext "
        "state line commands\n  commands=(\n",
        commands, "  )\n  _arguments -C \\\n", common,
        "    '1: :->command' '*:: :->rest' && return\n  case $state in\n"
        "  command) _describe command commands ;;\n  rest)\n    case $words[1] in\n",
        cases, "    esac ;;\n  esac\n}\n\n_foretaste_cli \"$@\"\n");
}

std::string fishArgument(const Argument& argument, const std::string& condition) {
    std::string line = concat("complete -c foretaste-cli", condition);
    for (const auto& flag : argument.flags)
        line += flag.starts_with("--") ? concat(" -l ", flag.substr(2))
                                       : concat(" -s ", flag.substr(1));
    if (!argument.choices.empty())
        line += concat(" -x -a '", base::join(argument.choices, " "), "'");
    else if (argument.takesValue && !argument.flags.empty())
        line += " -r";
    if (!argument.flags.empty()) line += concat(" -d '", escaped(argument.help, "'\\"), "'");
    return line + "\n";
}

std::string fish(const Table& table) {
    std::string out = "# fish completion for foretaste-cli\n";
    for (const auto& each : table.common) out += fishArgument(each, "");
    for (const auto& command : table.commands)
        out += concat("complete -c foretaste-cli -n __fish_use_subcommand -f -a ", command.name,
                      " -d '", escaped(command.help, "'\\"), "'\n");
    for (const auto& command : table.commands) {
        const auto condition = concat(" -n '__fish_seen_subcommand_from ", command.name, "'");
        for (const auto& each : command.options) out += fishArgument(each, condition);
        for (const auto& each : command.operands)
            if (!each.choices.empty()) out += fishArgument(each, condition);
    }
    return out;
}

/// Text for troff: hyphens that can be copied, no request by a dot at the beginning of a line.
std::string troff(std::string_view text) {
    return (text.starts_with('.') ? "\\&" : "") + escaped(text, "-\\");
}

std::string manArgument(const Argument& argument) {
    std::string line = ".TP\n";
    if (argument.flags.empty()) {
        line += concat("\\fI", troff(argument.name), "\\fR");
    } else {
        std::vector<std::string> flags;
        for (const auto& each : argument.flags)
            flags.push_back(concat("\\fB", troff(each), "\\fR"));
        line += base::join(flags, ", ");
        if (argument.takesValue) line += concat(" \\fI", troff(argument.name), "\\fR");
    }
    line += concat("\n", troff(argument.help));
    constexpr std::size_t kShown = 8;
    if (!argument.choices.empty() && argument.choices.size() <= kShown &&
        argument.help.find(argument.choices.front()) == std::string::npos)
        line += concat(" (", troff(base::join(argument.choices, ", ")), ")");
    return line + "\n";
}

std::string man(const Table& table, const std::string& description) {
    std::string out = concat(".TH FORETASTE-CLI 1 \"\" \"Foretaste ", FORETASTE_VERSION,
                             "\" \"User commands\"\n.SH NAME\nforetaste\\-cli \\- personalization "
                             "on the command line\n.SH SYNOPSIS\n.B foretaste\\-cli\n"
                             "[\\fIOPTION\\fR ...] \\fICOMMAND\\fR [\\fIARGUMENT\\fR ...]\n"
                             ".SH DESCRIPTION\n",
                             troff(description),
                             ".\nA workspace is one folder that keeps data, models and their "
                             "history; commands that need\none are told which by "
                             "\\fB\\-\\-workspace\\fR. No network traffic leaves the machine.\n"
                             ".SH OPTIONS\nThey stand before or behind the command.\n");
    for (const auto& each : table.common) out += manArgument(each);
    out += ".SH COMMANDS\n";
    for (const auto& command : table.commands) {
        out += concat(".SS ", troff(command.name));
        for (const auto& each : command.operands)
            out += concat(each.required ? " \\fI" : " [\\fI", troff(each.name),
                          each.required ? "\\fR" : "\\fR]");
        out += concat("\n", troff(command.help), ".\n");
        for (const auto& each : command.operands) out += manArgument(each);
        for (const auto& each : command.options) out += manArgument(each);
    }
    return out + R"(.SH EXIT STATUS
0 for success, 1 for a failed operation, whose error is printed as JSON, 2 for wrong use.
.SH ENVIRONMENT
.TP
\fBFORETASTE_ISA\fR
Computes with the kernels of this instruction set (\fBgeneric\fR, \fBavx2\fR) instead of the
fastest that the processor can run.
.SH SEE ALSO
.BR foretaste (1)
)";
}

}  // namespace

std::string reference(const CLI::App& app, std::string_view form) {
    const auto table = tableOf(app);
    if (form == "bash") return bash(table);
    if (form == "zsh") return zsh(table);
    if (form == "fish") return fish(table);
    if (form == "man") return man(table, app.get_description());
    throw base::ServiceError(base::ErrorCode::InvalidInput,
                             concat("'", form, "' is none of bash, zsh, fish and man"));
}

}  // namespace foretaste::cli
