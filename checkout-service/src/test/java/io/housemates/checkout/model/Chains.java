package io.housemates.checkout.model;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;

/** Everything that can happen to the checkouts of a room, in any order; the numbers say how often. */
final class Chains {

    private static final int LENGTH = 24;
    private static final int MOST_UNITS = 3;

    private static final Arbitrary<Integer> WHO = Arbitraries.integers().between(0, 5);
    private static final Arbitrary<Integer> TIMES = Arbitraries.integers().between(1, 2);
    private static final Arbitrary<Trouble> ANY_TROUBLE = Arbitraries.of(Trouble.class);
    private static final Arbitrary<Trouble> TROUBLE = ANY_TROUBLE.filter(trouble -> trouble != Trouble.NONE);
    private static final Arbitrary<Trouble> NO_TROUBLE = Arbitraries.just(Trouble.NONE);
    /** Without the error that Stripe remembers: the search for such an intent takes days, and calls that open the circuit. */
    private static final Arbitrary<Trouble> START_TROUBLE = TROUBLE.filter(trouble -> trouble != Trouble.BROKEN);
    private static final Arbitrary<Boolean> PASSES = Arbitraries.of(true, true, false);
    private static final Arbitrary<Integer> PERCENT = Arbitraries.of(0, 40, 100);
    /** No sum of them comes near the 30 min, 60 min and 24 h that matter. */
    private static final Arbitrary<Duration> JUMPS = Arbitraries.frequency(
            Tuple.of(3, Duration.ofMinutes(11)), Tuple.of(3, Duration.ofMinutes(31)), Tuple.of(1, Duration.ofHours(25)),
            Tuple.of(1, Duration.ofMinutes(-11)));

    private Chains() {
    }

    static Arbitrary<Integer> units() {
        return Arbitraries.integers().between(1, MOST_UNITS);
    }

    static ActionChainArbitrary<World> of(Supplier<World> world) {
        return ActionChain.startWith(world).withMaxTransformations(LENGTH)
                .withAction(6, when(World::hasRoomForBuyers, NO_TROUBLE, (it, none) -> it.students.start(none)))
                .withAction(1, when(World::hasRoomForBuyers, START_TROUBLE, (it, trouble) -> it.students.start(trouble)))
                .withAction(4, withBuyer(WHO, (it, who) -> it.students.saveDetails(who)))
                .withAction(6, withBuyer(WHO, (it, who) -> it.students.pay(who, Card.GOOD)))
                .withAction(2, withBuyer(pair(WHO, Arbitraries.of(Card.class)), (it, p) -> it.students.pay(p.get1(), p.get2())))
                .withAction(2, withBuyer(pair(WHO, PASSES), (it, p) -> it.students.authenticate(p.get1(), p.get2())))
                .withAction(6, withBuyer(pair(WHO, Arbitraries.of(true, false)),
                        (it, p) -> it.students.complete(p.get1(), Trouble.NONE, p.get2())))
                .withAction(2, withBuyer(pair(WHO, TROUBLE), (it, p) -> it.students.complete(p.get1(), p.get2(), false)))
                .withAction(1, withBuyer(pair(WHO, Arbitraries.of(Intruder.class)),
                        (it, p) -> it.students.intrude(p.get1(), p.get2())))
                .withAction(1, withBuyer(NO_TROUBLE, (it, none) -> it.students.rush()))
                .withAction(1, when(World::hasRoomForBuyers, NO_TROUBLE, (it, none) -> it.students.buyOut()))
                .withAction(2, withBuyer(pair(WHO, ANY_TROUBLE), (it, p) -> it.students.comeBack(p.get1(), p.get2())))
                .withAction(1, withBuyer(WHO, (it, who) -> it.students.keepLonger(who)))
                .withAction(3, withBuyer(pair(WHO, TIMES), (it, p) -> it.stripe.tell(p.get1(), p.get2())))
                .withAction(1, withBuyer(pair(WHO, Arbitraries.of(10_000, Buyer.DEPOSIT)),
                        (it, p) -> it.stripe.refund(p.get1(), p.get2())))
                .withAction(1, withBuyer(WHO, (it, who) -> it.stripe.cancel(who)))
                .withAction(1, withBuyer(WHO, (it, who) -> it.stripe.dispute(who)))
                .withAction(1, withBuyer(pair(WHO, Arbitraries.of(true, false)),
                        (it, p) -> it.stripe.decide(p.get1(), p.get2())))
                .withAction(1, withBuyer(WHO, (it, who) -> it.operator.retry(who)))
                .withAction(1, withBuyer(WHO, (it, who) -> it.operator.refund(who)))
                .withAction(2, withBuyer(pair(WHO, PERCENT), (it, p) -> it.operator.cancelBooking(p.get1(), p.get2())))
                .withAction(4, withBuyer(JUMPS, (it, jump) -> it.time.jump(jump)))
                .withAction(5, withBuyer(NO_TROUBLE, (it, none) -> it.time.carryOn(none)))
                .withAction(3, withBuyer(TROUBLE, (it, trouble) -> it.time.carryOn(trouble)));
    }

    private static <A, B> Arbitrary<Tuple.Tuple2<A, B>> pair(Arbitrary<A> one, Arbitrary<B> other) {
        return Combinators.combine(one, other).as(Tuple::of);
    }

    private static <P> Action<World> withBuyer(Arbitrary<P> parameter, BiConsumer<World, P> happens) {
        return when(World::hasBuyers, parameter, happens);
    }

    private static <P> Action<World> when(Predicate<World> possible, Arbitrary<P> parameter, BiConsumer<World, P> happens) {
        return new Action.Independent<>() {

            @Override
            public boolean precondition(World world) {
                return possible.test(world);
            }

            @Override
            public Arbitrary<Transformer<World>> transformer() {
                return parameter.map(value -> Transformer.mutate(String.valueOf(value), world -> happens.accept(world, value)));
            }
        };
    }
}
