"""Turns at hosts: one request at a time to each, also where redirects lead, with a pause in between."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from inbox_guard.core.exchange import Request
from inbox_guard.web.client import GuardedWeb
from inbox_guard.web.guard import Guard
from inbox_guard.web.limits import LIMITS
from inbox_guard.web.turns import Turns
from tests.servers.https import Connection, WebServer, loopback, redirect, reply


def test_between_two_requests_to_a_host_there_is_a_pause() -> None:
    turns = Turns(pause=(0.05, 0.06))
    began = time.monotonic()
    for _ in range(3):
        with turns.at("lamps.test"):
            pass
    assert time.monotonic() - began >= 0.1


def test_another_host_need_not_wait_and_neither_do_the_owners_own() -> None:
    turns = Turns(pause=(3600, 3600))
    for host in ("lamps.test", "chairs.test"):
        with turns.at(host) as waited:
            assert waited < 3600
    for _ in range(3):
        with turns.at("lists.home.test", at_home=True) as waited:
            assert waited < 3600


def test_no_more_turns_are_given_than_there_are_seats() -> None:
    turns = Turns(seats=3, pause=(0, 0))
    inside, most, counting = 0, 0, threading.Lock()
    full = threading.Barrier(3)

    def visit(number: int) -> None:
        nonlocal inside, most
        with turns.at(f"{number}.test"):
            with counting:
                inside += 1
                most = max(most, inside)
            full.wait(20)
            with counting:
                inside -= 1

    with ThreadPoolExecutor(9) as pool:
        list(pool.map(visit, range(9)))
    assert most == 3


def test_a_host_that_redirects_lead_to_is_asked_by_one_at_a_time() -> None:
    inside, most, counting = 0, 0, threading.Lock()

    def landing(connection: Connection) -> None:
        nonlocal inside, most
        with counting:
            inside += 1
            most = max(most, inside)
        connection.pause(0.02)
        with counting:
            inside -= 1
        reply(200, b"gone")(connection)

    with WebServer() as server:
        server.on("landing.test/out", landing)
        server.on("/click", redirect(server.url("landing.test", "/out")))
        web = GuardedWeb(Guard((".test",), loopback), server.ca_file, turns=Turns(pause=(0, 0)))
        urls = [server.url(f"click{number}.test", "/click") for number in range(6)]
        with ThreadPoolExecutor(6) as pool:
            answers = list(pool.map(lambda url: web.perform(Request("GET", url)), urls))
    assert [answer.body for answer in answers] == [b"gone"] * 6
    assert most == 1


def test_waiting_for_a_turn_takes_nothing_from_the_time_that_an_answer_has() -> None:
    with WebServer() as server:
        server.on("*", reply(200, b"gone"))
        # Hosts of a test are the owner's own, which need no pause: one is taken beforehand.
        turns = Turns(pause=(1.2, 1.2))
        url = server.url("lamps.test", "/u")
        with turns.at(url.removeprefix("https://").partition("/")[0]):
            pass
        brief = replace(LIMITS, hop=1.0, action=1.0)
        web = GuardedWeb(Guard((".test",), loopback), server.ca_file, limits=brief, turns=turns)
        assert web.perform(Request("GET", url)).body == b"gone"
