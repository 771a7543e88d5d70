# SPDX-License-Identifier: GPL-3.0-or-later
"""Completions and manual page, as shells and man take them. usage: reference_test.py FORETASTE_CLI"""
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

CLI = sys.argv.pop(1)


def run(*command, stdin=None):
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False)


def reference(form):
    answer = run(CLI, "reference", form)
    assert answer.returncode == 0, answer.stderr
    return answer.stdout


def commands():
    text = run(CLI, "--help").stdout.partition("Subcommands:\n")[2]
    return re.findall(r"^  ([a-z][a-z-]*) ", text, re.MULTILINE)


def completed(*words):
    """What bash offers for the last of `words`."""
    with tempfile.NamedTemporaryFile("w", suffix=".bash") as script:
        script.write(reference("bash"))
        script.flush()
        answer = run("bash", "-c", 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
                     '_foretaste_cli; printf "%s\\n" "${COMPREPLY[@]}"', "bash", script.name,
                     "foretaste-cli", *words)
    assert answer.stderr == "", answer.stderr
    return answer.stdout.split()


class Reference(unittest.TestCase):
    def test_every_command_is_in_every_form(self):
        self.assertIn("demo", commands())
        for form in ("bash", "zsh", "fish", "man"):
            text = reference(form).replace("\\-", "-")
            for command in commands():
                self.assertRegex(text, rf"\b{command}\b", f"{command} is missing for {form}")

    def test_another_form_is_refused(self):
        self.assertEqual(run(CLI, "reference", "tcsh").returncode, 2)

    @unittest.skipUnless(shutil.which("bash"), "there is no bash")
    def test_bash_completes(self):
        self.assertEqual(completed(""), commands())
        self.assertEqual(completed("dem"), ["demo"])
        self.assertEqual(completed("--workspace", "demo", "do"), ["doctor"])
        self.assertEqual(completed("evaluate", "--protocol", "t"), ["time-split"])
        self.assertEqual(completed("evaluate", "--prot"), ["--protocol"])
        self.assertEqual(completed("api", "ListRecip"), ["ListRecipes"])
        self.assertEqual(completed("keys", "r"), ["revoke"])
        self.assertIn("--workspace", completed("insights", "--"))
        # An empty answer leaves the word to bash's completion of files.
        self.assertEqual(completed("demo", "--data", "d"), [])
        self.assertEqual(completed("--workspace", "d"), [])

    def test_shells_can_read_theirs(self):
        for shell in ("bash", "zsh", "fish"):
            if shutil.which(shell):
                with tempfile.NamedTemporaryFile("w") as script:
                    script.write(reference(shell))
                    script.flush()
                    answer = run(shell, "-n", script.name)
                self.assertEqual((answer.returncode, answer.stderr), (0, ""), shell)

    @unittest.skipUnless(shutil.which("groff"), "there is no groff")
    def test_the_manual_page_is_sound(self):
        answer = run("groff", "-man", "-Tutf8", "-ww", "-z", stdin=reference("man"))
        self.assertEqual((answer.returncode, answer.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main()
