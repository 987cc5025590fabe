"""The one-shot: read, judge, plan; and with the owner's word for this run, carry the plan out."""

from dataclasses import dataclass, replace
from datetime import datetime

from inbox_guard.core.attempt import Result
from inbox_guard.core.plan import Plan
from inbox_guard.core.vocabulary import Mode, Step
from inbox_guard.core.word import covered, covers
from inbox_guard.jobs.act import Acted, act, refused_at
from inbox_guard.jobs.confirming import Demand, confirm_all, demands
from inbox_guard.jobs.household import Doors, Rules, policy
from inbox_guard.jobs.judging import judge_senders
from inbox_guard.jobs.sweep import Swept, sweep


@dataclass(frozen=True, slots=True)
class Wish:
    """What the owner asked of this run: only these senders, only mail since, where to move, the brake."""

    senders: tuple[str, ...] = ()
    since: datetime | None = None
    move_to: str = ""
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Planned:
    """What was read, and what follows from it: the dry run prints this, `carry_out` does it.

    `demands` are mails of senders that were asked to stop and want that confirmed.
    """

    swept: Swept
    plans: tuple[Plan, ...]
    demands: tuple[Demand, ...] = ()


def planned(rules: Rules, doors: Doors, wish: Wish) -> Planned:
    """Read what is new, judge everybody, and plan as ``--yes`` would carry it out, whatever the mode.

    `Mode.NEVER` alone is stronger: its plans only record.
    """
    swept = sweep(rules, doors)
    mode = Mode.NEVER if rules.mode is Mode.NEVER else Mode.AUTO
    plans = judge_senders(rules, doors, policy(rules, doors, mode, wish.move_to))
    wished = tuple(plan for plan in plans if _wished(plan, wish))
    wanted = () if rules.mode is Mode.NEVER else demands(wished, rules, doors)
    return Planned(swept, wished, wanted)


def carry_out(planned: Planned, rules: Rules, doors: Doors, wish: Wish) -> Acted:
    """Act on the plans; the owner's ``--yes`` is her dated word for this run (law 6)."""
    rule = f"the owner's cleanup --yes of {doors.clock():%Y-%m-%d}"
    with doors.ledger.run(rules.account, "cleanup", rule, doors.clock()) as run:
        confirmed = confirm_all(planned.demands, rules, doors, run)
        plans = _but_not_twice(planned.plans, confirmed)
        acted = act(plans, rules, doors, run, rule, wish.limit, wish.move_to)
    return acted.after(confirmed)


def tick(rules: Rules, doors: Doors) -> Acted:
    """One round of the daemon: read and judge; act as the mode allows.

    `auto`: every plan, under the standing rule and since when it stands. `ask`: only senders the
    owner has refused since. `never`: nobody. What was begun is finished in either: a sender that was
    asked to stop and wants it confirmed.
    """
    sweep(rules, doors)
    since = doors.ledger.rule(rules.account, rules.mode, doors.clock())
    mode = Mode.NEVER if rules.mode is Mode.NEVER else Mode.AUTO
    plans = judge_senders(rules, doors, policy(rules, doors, mode, rules.move_to))
    wanted = () if rules.mode is Mode.NEVER else demands(plans, rules, doors)
    if rules.mode is Mode.AUTO:
        rule = f"the standing rule GUARD_MODE=auto, first seen {since:%Y-%m-%d}"
    else:
        rule = "the owner's word about each sender"
        plans = tuple(plan for plan in plans if refused_at(plan.history))
    if not wanted and not any(plan.contacts or Step.MOVE in plan.steps for plan in plans):
        return Acted()
    with doors.ledger.run(rules.account, "run", rule, doors.clock()) as run:
        confirmed = confirm_all(wanted, rules, doors, run)
        plans = _but_not_twice(plans, confirmed)
        acted = act(plans, rules, doors, run, rule, rules.max_per_run, rules.move_to)
    return acted.after(confirmed)


def _but_not_twice(
    plans: tuple[Plan, ...], confirmed: tuple[tuple[int, Result], ...]
) -> tuple[Plan, ...]:
    """The plans without another request to a sender that this run has answered already."""
    done = {number for number, _ in confirmed}
    return tuple(
        replace(plan, steps=tuple(step for step in plan.steps if step is not Step.UNSUBSCRIBE))
        if plan.history.number in done
        else plan
        for plan in plans
    )


def _wished(plan: Plan, wish: Wish) -> bool:
    history = plan.history
    if wish.since is not None and history.last_seen < wish.since:
        return False
    return not wish.senders or any(covers(target, covered(history)) for target in wish.senders)
