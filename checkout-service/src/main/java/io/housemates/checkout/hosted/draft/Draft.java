package io.housemates.checkout.hosted.draft;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;

import io.housemates.checkout.details.ContactPolicy;

/**
 * What a student has told so far.
 *
 * @param language the tag of the one chosen on the page, null before
 * @param fields as typed, right or wrong, by the API's names
 * @param done the steps that were right when they were sent
 */
public record Draft(String language, Map<String, String> fields, Set<Step> done) {

    public static final Draft EMPTY = new Draft(null, Map.of(), Set.of());

    public Draft speaking(String chosen) {
        return new Draft(chosen, fields, done);
    }

    /**
     * The step's fields replaced by these. It has to prove itself again, and so has a contact who would stand for something
     * else now: nobody becomes a guarantor by a change of the plan alone.
     *
     * @param country of the property
     */
    public Draft with(Step step, Map<String, String> typed, ContactPolicy policy, String country) {
        var all = new LinkedHashMap<>(fields);
        all.keySet().removeAll(step.fields());
        all.putAll(typed);
        Draft changed = new Draft(language, all, done).reopened(other -> other != step);
        return ContactKind.of(changed, policy, country) == ContactKind.of(this, policy, country) ? changed
                : changed.reopened(other -> other != Step.CONTACT);
    }

    public Draft finished(Step step) {
        Set<Step> more = EnumSet.of(step);
        more.addAll(done);
        return new Draft(language, fields, more);
    }

    /** The other steps are to be done again, with what was typed still there. */
    public Draft reopened(Predicate<Step> isRight) {
        return new Draft(language, fields, done.stream().filter(isRight).collect(Collectors.toSet()));
    }

    /** The first step that is still to be done; empty when all are. */
    public Optional<Step> next() {
        return Stream.of(Step.values()).filter(step -> !done.contains(step)).findFirst();
    }

    @JsonIgnore
    public boolean isBegun() {
        return !done.isEmpty();
    }

    @Override
    public String toString() {
        return "Draft[done=" + done + "]";
    }
}
