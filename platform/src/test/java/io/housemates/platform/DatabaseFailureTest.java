package io.housemates.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonParseException;

import io.vertx.pgclient.PgException;

class DatabaseFailureTest {

    @ParameterizedTest
    @ValueSource(strings = { "08006", "40001", "53300", "57P01" })
    void passesWhileTheDatabaseIsAway(String state) {
        assertThat(DatabaseFailure.mayPass(new PgException("", "", state, ""))).isTrue();
        assertThat(DatabaseFailure.mayPass(new CompletionException(new SQLException("", state)))).isTrue();
        assertThat(DatabaseFailure.isRefusal(new PgException("", "", state, ""))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "22021", "23505" })
    void lastsWhenTheDataIsRefused(String state) {
        assertThat(DatabaseFailure.mayPass(new PgException("", "", state, ""))).isFalse();
        assertThat(DatabaseFailure.isRefusal(new CompletionException(new SQLException("", state)))).isTrue();
    }

    @Test
    void isTheSendersFaultWhenATextCannotBeStored() {
        assertThat(DatabaseFailure.isUnstorableText(new CompletionException(new PgException("", "", "22021", "")))).isTrue();
        assertThat(DatabaseFailure.isUnstorableText(new SQLException("", "22P05"))).isTrue();
        assertThat(DatabaseFailure.isUnstorableText(new PgException("", "", "22007", ""))).isFalse();
    }

    @Test
    void isNoMatterOfLostConnectionsAlone() {
        assertThat(DatabaseFailure.mayPass(new CompletionException(new ConnectException()))).isTrue();
        assertThat(DatabaseFailure.mayPass(new JsonParseException("not the database's fault"))).isFalse();
        assertThat(DatabaseFailure.mayPass(new IllegalStateException())).isFalse();
    }
}
