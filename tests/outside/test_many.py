"""Many cases determined at once: in order, by several processes, a fault in one and not in the others."""

import datetime as dt
import io
import os
import pickle
import re
import signal
import subprocess
import threading
import time
from functools import partial
from operator import attrgetter
from types import SimpleNamespace

import pytest
from strategies import BOOK, ROOT
from worker_functions import end_this_process, len_of_two, lock_of, pid_of, raise_own, refuse_one, sleep

import extradition
from extradition import (
    CaseFile,
    Determination,
    EngineError,
    Undetermined,
    UnknownLawError,
    compare,
    determine,
    determine_many,
    worker_process,
)
from extradition.case_file.each_point import each_point
from extradition.hearing import Under, many
from extradition.hearing.then_function import value_in_worker
from extradition.worker_process import Lost, WorkerProcess, work, work_for_caller
from extradition.workers import ItemAsked, Workers

CASES = [CaseFile.load(path) for path in sorted(ROOT.glob("examples/*/case.yaml"))]
UTOPIA = CASES[0].model_copy(update={"territory": "Utopia"})
OUTCOME = attrgetter("outcome")
REFUSE_SECOND = partial(refuse_one, CASES[1].case)


def test_the_determinations_are_those_of_each_case_in_order():
    expected = [determine(case, BOOK, engine="plain") for case in CASES]
    assert list(determine_many(CASES, BOOK, engine="plain")) == expected
    made = determine_many(iter(CASES), BOOK, engine="plain", jobs=2)
    assert list(made) == expected


def test_a_fault_in_one_case_does_not_stop_the_others():
    cases = [CASES[0], UTOPIA, CASES[1]]
    for jobs in (1, 2):
        first, fault, last = determine_many(cases, BOOK, then=OUTCOME, jobs=jobs)
        assert [first, last] == [determine(case, BOOK).outcome for case in CASES[:2]]
        assert isinstance(fault, Undetermined)
        assert (fault.number, fault.case, fault.why) == (1, UTOPIA.case, "faults")
        assert [problem.where for problem in fault.problems] == ["territory"]
        assert fault.problems[0].position is not None
        assert fault.message == str(fault.problems[0])


def test_a_law_that_no_case_can_have_is_refused_before_the_first():
    with pytest.raises(UnknownLawError, match="did you mean merticariu"):
        determine_many(CASES, BOOK, law="merticaru")
    with pytest.raises(UnknownLawError, match="'s20-5' is not a version"):
        determine_many(CASES, BOOK, assuming=["s20-5"])
    with pytest.raises(ValueError, match="jobs is at least 1, not 0"):
        determine_many(CASES, BOOK, jobs=0)


def test_a_version_of_the_other_part_leaves_that_case_undetermined():
    two = next(case for case in CASES if case.part == "2")
    (made,) = determine_many([two], BOOK, assuming=["s20-5-as-amended-2026"])
    assert (made.why, made.problems) == ("unknown law", ())


def test_two_versions_of_one_question_leave_the_case_undetermined():
    one = next(case for case in CASES if case.part == "1")
    (made,) = determine_many([one], BOOK, assuming=["s20-5-merticariu", "s20-5-as-amended-2026"])
    assert (made.why, made.problems) == ("unmet option", ())
    assert made.message.endswith("assume one")


def test_a_case_that_the_engine_refuses_is_undetermined(monkeypatch):
    def refuse(*_):
        raise EngineError("the readings differ")

    monkeypatch.setattr("extradition.hearing.many.hear", refuse)
    (made,) = determine_many(CASES[:1], BOOK)
    assert (made.why, made.message) == ("no determination", "the readings differ")


def test_a_worker_that_is_killed_loses_its_case_alone():
    first, killed, last = determine_many(
        CASES[:3], BOOK, then=partial(end_this_process, CASES[1].case), jobs=2
    )
    assert [first, last] == [determine(case, BOOK).outcome for case in (CASES[0], CASES[2])]
    assert (killed.number, killed.why) == (1, "worker ended")
    assert "determine the case again" in killed.message


class Unreadable:
    """A rule book under which a worker can hear no case."""

    def __init__(self, book):
        self.digest = book.digest


def test_an_unforeseen_error_of_a_worker_is_reported_by_its_place_alone():
    heard = many._Heard(Unreadable(BOOK), Under(), None, carried=True)
    (failed,) = many._determined(iter([(2, CASES[2])]), heard, 2)
    assert (failed.number, failed.why) == (2, "worker ended")
    assert re.search(r"ended the hearing of this case: TypeError at \w+\.py:\d+", failed.message)
    assert CASES[2].case not in failed.message


def test_an_error_of_the_callers_function_is_raised_to_the_caller_whatever_the_number_of_processes():
    for jobs in (1, 2):
        made = determine_many(CASES[:3], BOOK, then=REFUSE_SECOND, jobs=jobs)
        assert next(made) == determine(CASES[0], BOOK).outcome
        with pytest.raises(LookupError, match=re.escape(CASES[1].case)) as raised:
            next(made)
    assert "in refuse_one" in raised.value.__notes__[0]
    with pytest.raises(RuntimeError, match=re.escape(f"OwnError: {CASES[0].case}: ")) as raised:
        list(determine_many(CASES[:1], BOOK, then=raise_own, jobs=2))
    assert "in raise_own" in raised.value.__notes__[0]


def test_a_value_that_cannot_be_sent_is_an_error_of_the_caller():
    (alone,) = determine_many(CASES[:1], BOOK, then=lock_of)
    assert not alone.locked()
    with pytest.raises(ValueError, match=r"the value of then cannot be sent to another process: .*lock"):
        list(determine_many(CASES[:1], BOOK, then=lock_of, jobs=2))


def test_the_answer_of_a_worker_is_the_value_or_the_error_that_its_caller_raises():
    made = determine(CASES[1], BOOK)
    assert pickle.loads(value_in_worker(OUTCOME, made).value) == made.outcome  # noqa: S301  our own
    errors = [value_in_worker(each, made).error for each in (REFUSE_SECOND, raise_own, lock_of)]
    assert [type(error) for error in errors] == [LookupError, RuntimeError, ValueError]
    assert [pickle.loads(pickle.dumps(error)).args for error in errors] == [error.args for error in errors]  # noqa: S301
    assert errors[1].args == (f"OwnError: {made.case}: {made.outcome}",)


def of_a_script(name):
    """A function as a script that is run defines it."""

    def then(_):
        return None

    then.__module__, then.__qualname__ = "__main__", name
    return then


class Keeping:
    def __init__(self):
        self.lock = threading.Lock()

    def outcome(self, determination):
        return determination.outcome


@pytest.mark.parametrize(
    ("then", "why"),
    [
        (lambda determination: determination.outcome, ", not a lambda"),
        (of_a_script("then"), ": then is of the script that runs"),
        (partial(of_a_script("then")), ": then is of the script that runs"),
        (Keeping().outcome, ": cannot pickle '_thread.lock' object"),
    ],
)
def test_a_function_that_another_process_cannot_have_is_refused_before_the_first_case(then, why):
    with pytest.raises(ValueError, match="then must be a function that a module defines" + why):
        determine_many(CASES, BOOK, then=then, jobs=2)
    assert len([*determine_many(CASES[:1], BOOK, then=then)]) == 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_wrong_argument_is_refused_alike_with_one_process_and_with_several(jobs):
    for wrong, kind, message in (
        ({"engine": "plane"}, ValueError, "the engine is 'durable' or 'plain', not 'plane'"),
        ({"as_at": "2024-01-01"}, TypeError, "as_at must be a day such as .*, not '2024-01-01'"),
        ({"as_at": dt.datetime(2024, 1, 1, tzinfo=dt.UTC)}, TypeError, "as_at must be a day"),
        ({"law": 3}, TypeError, "law must be the name of a law, not 3"),
        ({"assuming": ["abc", 3]}, TypeError, "assuming must be a list of names, and 3 is none"),
        ({"assuming": "abc"}, TypeError, r"assuming must be a list of names; write \['abc'\] for one"),
    ):
        with pytest.raises(kind, match=message):
            determine_many(CASES, BOOK, jobs=jobs, **wrong)
    with pytest.raises(TypeError, match="cases must be a list of case files"):
        determine_many(CASES[0], BOOK, jobs=jobs)
    with pytest.raises(TypeError, match=r"jobs is a whole number of processes, not 1\.5"):
        determine_many(CASES, BOOK, jobs=1.5)
    with pytest.raises(TypeError, match="the rule book must be a RuleBook, not NoneType"):
        determine(CASES[0], None)
    for other in ("examples/merticariu/case.yaml", None, {"case": "X"}):
        made = determine_many([CASES[0], other], BOOK, then=OUTCOME, jobs=jobs)
        with pytest.raises(TypeError, match=r"cases\[1\] must be a CaseFile, not "):
            list(made)


def test_one_case_and_laws_of_the_wrong_type_are_refused():
    with pytest.raises(TypeError, match=r"the case file must be a CaseFile, not str; CaseFile\.load reads"):
        determine("examples/merticariu/case.yaml", BOOK)
    for names in ({"laws": "today"}, {"assuming": "today"}):
        with pytest.raises(TypeError, match=r"must be a list of names; write \['today'\] for one"):
            compare(CASES[0], BOOK, **names)


def test_a_part_of_a_case_file_can_be_carried_to_another_process():
    path = next(
        path for path in sorted(ROOT.glob("precedents/*.yaml")) if "points:" in path.read_text("utf-8")
    )
    for part in each_point(CaseFile.load(path), BOOK):
        assert pickle.loads(pickle.dumps(part)).alone() == part.alone()  # noqa: S301  our own


def test_an_iterator_that_is_closed_ends_its_processes():
    with Workers(pid_of, 2) as workers:
        made = workers.each(0.05 for _ in range(1000))
        pids = {next(made) for _ in range(4)}
        made.close()
    assert pids
    assert os.getpid() not in pids
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_a_worker_that_ends_before_it_reads_its_function_is_ended_and_leaves_no_pipe_open(monkeypatch):
    made = []

    def start(*arguments, **more):
        made.append(subprocess.Popen(*arguments, **more))  # noqa: S603  this interpreter
        return made[0]

    monkeypatch.setattr(worker_process, "_COMMAND", "")
    monkeypatch.setattr(worker_process, "subprocess", SimpleNamespace(Popen=start, PIPE=subprocess.PIPE))
    with pytest.raises(BrokenPipeError):
        WorkerProcess(bytes(2 * worker_process._PIPE_BYTES))  # more than the pipe holds
    assert made[0].returncode is not None
    assert (made[0].stdin.closed, made[0].stdout.closed) == (True, True)


def test_workers_that_are_closed_lose_what_they_are_at_and_start_no_more():
    workers = Workers(sleep, 1)
    lost = []
    asking = threading.Thread(target=lambda: lost.append(workers.begin(60).result()))
    asking.start()
    while not workers._running:
        time.sleep(0.01)
    workers.close()
    asking.join()
    assert lost == [Lost(None)]
    with pytest.raises(OSError, match="closed"):
        workers._started()


def test_a_worker_that_starts_while_the_others_are_closed_is_stopped(monkeypatch):
    class Late:
        def __init__(self, _):
            workers._is_closed = True
            self.is_killed = False

        def kill(self):
            self.is_killed = True

    monkeypatch.setattr("extradition.workers.WorkerProcess", Late)
    workers = Workers(len, 1)
    assert workers._started().is_killed


def test_a_process_that_cannot_be_started_is_an_item_lost(monkeypatch):
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    with Workers(len, 1) as workers:
        assert workers.begin("x").result() == Lost(None)


def test_an_item_that_takes_too_long_is_lost_and_the_next_is_answered():
    with Workers(sleep, 1, most_seconds=0.2) as workers:
        assert workers.begin(60).result() == Lost(None, is_overdue=True)
        assert workers.begin(0).result() is None


def test_workers_may_start_before_the_first_item():
    with Workers(pid_of, 2) as workers:
        workers.start()
        while len(workers._idle) < 2:
            time.sleep(0.01)
        ready = {worker._process.pid for worker in workers._running}
        assert workers.begin(0).result() in ready


def test_an_item_that_is_taken_back_ends_the_worker_at_it():
    with Workers(sleep, 1) as workers:
        at_work, waiting = workers.ask(60), workers.ask(0)
        while at_work._worker is None:
            time.sleep(0.01)
        waiting.stop()
        at_work.stop()
        assert at_work.answer.result() == Lost(None)
        assert waiting.answer.cancelled()
        assert workers.begin(0).result() is None
        at_work.stop()  # it was answered already


def test_an_item_that_is_taken_back_while_its_worker_starts_is_lost():
    workers = Workers(sleep, 1)
    asked = workers.ask(0)
    while not asked.answer.running():
        time.sleep(0.001)
    asked.stop()
    assert asked.answer.result() in (Lost(None), None)
    workers.close()
    late = ItemAsked()
    late.stop()
    with pytest.raises(OSError, match="stopped"):
        late.is_at(object())


def test_a_worker_that_is_ended_as_it_answers_gets_no_other_item(monkeypatch):
    ask, asked, is_there = WorkerProcess.ask, [], threading.Event()
    ended = []

    def taken_back_after(worker, *given):
        answer = ask(worker, *given)
        if not ended and is_there.wait(60):
            ended.append(worker)
            asked[0].stop()
        return answer

    monkeypatch.setattr(WorkerProcess, "ask", taken_back_after)
    with Workers(pid_of, 1) as workers:
        asked.append(workers.ask(0))
        is_there.set()
        assert asked[0].answer.result() == Lost(None)
        assert ended[0] not in workers._running
        assert isinstance(workers.begin(0).result(), int)


def test_an_idle_worker_that_ended_is_replaced():
    with Workers(pid_of, 1) as workers:
        first = workers.begin(0).result()
        os.kill(first, signal.SIGKILL)
        os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
        assert workers.begin(0).result() != first


def test_an_item_that_cannot_be_sent_is_an_error_of_the_caller():
    with Workers(len, 1) as workers, pytest.raises((AttributeError, pickle.PicklingError)):
        workers.begin(lambda: None).result()


def test_an_item_that_waits_when_the_workers_are_closed_is_taken_back():
    workers = Workers(sleep, 1)
    first, second = workers.begin(60), workers.begin(60)
    while not workers._running:
        time.sleep(0.01)
    workers.close()
    assert first.result() == Lost(None)
    assert second.cancelled()


@pytest.mark.parametrize("code", ["pass", "import sys; sys.stdin.buffer.read(1)"])
def test_a_worker_that_ends_as_it_starts_is_an_item_lost(code, monkeypatch):
    monkeypatch.setattr("extradition.worker_process._COMMAND", code)
    with Workers(partial(len_of_two, b"x" * 1_000_000), 1) as workers:
        assert workers.begin("x").result() == Lost(None)


def test_a_worker_answers_until_its_input_ends():
    outgoing = io.BytesIO()
    work(io.BytesIO(b"".join(map(pickle.dumps, (len, "three", 5, "x")))), outgoing)
    outgoing.seek(0)
    ready, first, second, third = (pickle.load(outgoing) for _ in range(4))  # noqa: S301  our own
    assert (ready, first, third) == (None, 5, 1)
    assert second.error.startswith("TypeError at worker_process.py:")
    assert outgoing.read() == b""


def test_the_process_of_a_worker_keeps_its_output_for_answers(monkeypatch):
    calls = []
    monkeypatch.setattr("extradition.worker_process.signal.signal", lambda *given: calls.append(given))
    monkeypatch.setattr("gc.set_threshold", lambda *given: calls.append(given))
    monkeypatch.setattr("extradition.worker_process.os.dup", os.dup)
    monkeypatch.setattr("extradition.worker_process.os.dup2", lambda *given: calls.append(given))
    monkeypatch.setattr("extradition.worker_process.work", lambda incoming, outgoing: outgoing.close())
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
    work_for_caller()
    assert calls == [(signal.SIGINT, signal.SIG_IGN), (200_000,), (2, 1)]


def test_the_package_names_its_version():
    assert extradition.__version__ == "0.1.0"
    assert "__version__" in dir(extradition)


DEPRECATED = ("construct", "copy", "dict", "from_orm", "json", "parse_obj", "schema", "validate")


@pytest.mark.parametrize("model", [CaseFile, Determination])
def test_no_deprecated_name_of_pydantic_is_left(model):
    made = CASES[0] if model is CaseFile else determine(CASES[0], BOOK)
    assert not {*DEPRECATED} & {*dir(model), *dir(made)}
    assert "model_dump" in dir(made)
    for holder in (model, made):
        with pytest.raises(AttributeError, match=f"{model.__name__} has no copy; use model_copy"):
            getattr(holder, "copy")  # noqa: B009  a name that type checkers know
    with pytest.raises(AttributeError, match="colour"):
        model.colour  # noqa: B018


def test_two_processes_carry_whole_determinations_back():
    case = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
    (made,) = determine_many([case], BOOK, jobs=2)
    assert made == determine(case, BOOK)
