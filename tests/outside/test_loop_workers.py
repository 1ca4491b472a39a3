"""Workers that the event loop asks itself: each answer, its limit of time, and workers that end."""

import asyncio
import os
import pickle
import signal

import pytest
from worker_functions import pid_of, same, sleep

from extradition.web.loop_workers import LoopWorkers
from extradition.worker_process import Lost, WorkerProcess

PATIENCE = 60


def with_workers(use, answer=same, count=1, most_seconds=None, *, begins=False):
    """What *use* returns on a loop, with workers that are closed afterwards."""
    workers = LoopWorkers(answer, count, most_seconds)
    if begins:
        workers.start()

    async def run():
        async with asyncio.timeout(PATIENCE):
            return await use(workers)

    try:
        return asyncio.run(run())
    finally:
        workers.close()
        assert [worker for worker in workers._running if worker.is_alive()] == []


def kill(pid):
    """Kill a process, and wait until it has ended."""
    os.kill(pid, signal.SIGKILL)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)


async def until(there):
    while not there():  # noqa: ASYNC110  what it waits for raises no event
        await asyncio.sleep(0.01)


def answer_of(asked):
    return asyncio.wrap_future(asked.answer)


def test_each_item_gets_its_own_answer_and_no_more_workers_start_than_asked_for():
    async def use(workers):
        asked = [workers.ask(number) for number in range(20)]
        made = await asyncio.gather(*map(answer_of, asked))
        return made, len(workers._running)

    assert with_workers(use, count=2) == ([*range(20)], 2)


def test_workers_that_were_started_before_the_loop_take_the_first_items():
    async def use(workers):
        await until(lambda: len(workers._came) == 2)
        ready = {worker._process.pid for worker in workers._running}
        assert {await answer_of(workers.ask(0)), await answer_of(workers.ask(0))} <= ready
        return len(workers._running)

    assert with_workers(use, pid_of, 2, begins=True) == 2


@pytest.mark.parametrize("size", [10, 1024**2, 5 * 1024**2])
def test_an_item_and_an_answer_may_be_larger_than_the_pipe(size):
    async def use(workers):
        return await answer_of(workers.ask(b"." * size))  # each piece ends as the last one does

    assert with_workers(use) == b"." * size


def test_pieces_are_put_together_wherever_they_are_cut(monkeypatch):
    monkeypatch.setattr("extradition.web.loop_workers._ROOM", 1)

    async def use(workers):
        return [await answer_of(workers.ask(item)) for item in ("a.b", [".", {"x": 1.5}], b"...")]

    assert with_workers(use) == ["a.b", [".", {"x": 1.5}], b"..."]


def test_an_error_of_the_function_costs_no_worker():
    async def use(workers):
        first, second = workers.ask(5), workers.ask("three")
        lost = await answer_of(first)
        assert lost.error.startswith("TypeError at worker_process.py:")
        return await answer_of(second), len(workers._running)

    assert with_workers(use, len) == (5, 1)


def test_an_item_that_takes_too_long_is_lost_and_the_next_is_answered():
    async def use(workers):
        return [await answer_of(workers.ask(seconds)) for seconds in (PATIENCE, 0)]

    assert with_workers(use, sleep, 1, 2) == [Lost(None, is_overdue=True), None]


def test_an_item_that_a_worker_does_not_read_is_lost_when_its_time_is_over():
    async def use(workers):
        await answer_of(workers.ask(b""))
        (worker,) = workers._running
        os.kill(worker._process.pid, signal.SIGSTOP)
        late = await answer_of(workers.ask(bytes(3 * 1024**2)))  # more than the pipe holds
        return late, await answer_of(workers.ask(b"x")), worker in workers._running

    late, then, is_running = with_workers(use, same, 1, 2)
    assert (late, then, is_running) == (Lost(None, is_overdue=True), b"x", False)


def test_a_worker_that_is_killed_at_an_item_loses_that_item_and_is_replaced():
    async def use(workers):
        asked = workers.ask(PATIENCE)
        await until(asked.answer.running)
        waiting = workers.ask(0)
        (first,) = workers._running
        os.kill(first._process.pid, signal.SIGKILL)
        assert await answer_of(asked) == Lost(None)
        return await answer_of(waiting) == first._process.pid

    assert with_workers(use, pid_of) is False


def test_a_worker_that_ends_before_it_reads_an_item_loses_it(monkeypatch):
    async def use(workers):
        first = await answer_of(workers.ask(0))
        kill(first)
        with monkeypatch.context() as meanwhile:
            meanwhile.setattr(WorkerProcess, "is_alive", lambda _: True)  # so it was when it was looked at
            lost = workers.ask(0)
        return await answer_of(lost)

    assert with_workers(use, pid_of) == Lost(None)


def test_an_idle_worker_that_ended_is_replaced():
    async def use(workers):
        first = await answer_of(workers.ask(0))
        kill(first)
        return await answer_of(workers.ask(0)) == first

    assert with_workers(use, pid_of) is False


def test_an_item_that_is_taken_back_ends_the_worker_at_it():
    async def use(workers):
        at_work, waiting = workers.ask(PATIENCE), workers.ask(0)
        await until(at_work.answer.running)
        (first,) = workers._running
        waiting.stop()
        at_work.stop()
        assert await answer_of(at_work) == Lost(None)
        assert waiting.answer.cancelled()
        return await answer_of(workers.ask(0)) == first._process.pid

    assert with_workers(use, pid_of) is False


def test_an_item_that_is_taken_back_as_its_answer_comes_is_lost():
    async def use(workers):
        first = await answer_of(workers.ask(0))
        asked = workers.ask(0)
        sleep(1)  # the answer is in the pipe, and the loop has not read it
        asked.stop()
        return await answer_of(asked), await answer_of(workers.ask(0)) == first

    assert with_workers(use, pid_of) == (Lost(None), False)


def test_an_item_that_is_taken_back_before_a_worker_is_there_leaves_the_worker_for_the_next():
    async def use(workers):
        workers.ask(PATIENCE).stop()
        await until(lambda: workers._idle)
        (ready,) = workers._running
        return await answer_of(workers.ask(0)) == ready._process.pid

    assert with_workers(use, pid_of) is True


@pytest.mark.parametrize("are_taken_back", [False, True])
def test_items_are_lost_where_no_process_can_be_started(are_taken_back, monkeypatch):
    monkeypatch.setattr("sys.executable", "/nowhere/python")

    async def use(workers):
        asked = [workers.ask(0), workers.ask(0)]
        if are_taken_back:
            for each in asked:
                each.stop()
            await until(lambda: not workers._waiting)
            return [each.answer.cancelled() for each in asked]
        return [await answer_of(each) for each in asked]

    expected = [True, True] if are_taken_back else [Lost(None), Lost(None)]
    assert with_workers(use, pid_of) == expected


def test_workers_that_could_not_be_started_are_tried_again_with_the_first_item(monkeypatch):
    async def use(workers):
        await until(lambda: workers._came)
        monkeypatch.undo()
        return await answer_of(workers.ask("x"))

    monkeypatch.setattr("sys.executable", "/nowhere/python")
    assert with_workers(use, begins=True) == "x"


def test_an_item_that_cannot_be_sent_is_an_error_of_the_caller():
    async def use(workers):
        with pytest.raises((AttributeError, pickle.PicklingError)):
            workers.ask(lambda: None)
        return await answer_of(workers.ask("x"))

    assert with_workers(use) == "x"


def test_workers_that_are_closed_lose_what_they_are_at_and_take_back_what_waits():
    async def use(workers):
        at_work, waiting = workers.ask(PATIENCE), workers.ask(0)
        await until(at_work.answer.running)
        for worker in workers._running:
            worker.kill()
        closing = asyncio.get_running_loop().run_in_executor(None, workers._threads.shutdown)
        lost = await answer_of(at_work)
        await closing
        workers.close()
        return lost, waiting.answer.cancelled()

    assert with_workers(use, sleep) == (Lost(None), True)


def test_a_worker_that_still_starts_when_the_loop_ends_is_ended():
    async def use(workers):
        workers.ask(0)

    with_workers(use, pid_of)


def test_a_pipe_that_takes_nothing_for_now_is_written_to_later(monkeypatch):
    write, refused = os.write, []

    def refuse_once(*given):
        if not refused:
            refused.append(given)
            raise BlockingIOError
        return write(*given)

    async def use(workers):
        first = await answer_of(workers.ask("x"))
        with monkeypatch.context() as meanwhile:
            meanwhile.setattr("extradition.web.loop_workers.os.write", refuse_once)
            return first, await answer_of(workers.ask("y")), len(refused)

    assert with_workers(use) == ("x", "y", 1)
