package dev.reconnect.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The first date in a stretch of text, in the spellings of certificate tools: ISO, OpenSSL's, and those of regions. */
final class Dates {

    /** Months by their first three letters, in the languages whose Windows writes them as words. */
    private static final List<List<String>> MONTHS = List.of(
            List.of("jan", "ene", "gen", "sty", "янв"),
            List.of("feb", "fév", "fev", "lut", "фев"),
            List.of("mar", "mär", "maa", "mrt", "мар"),
            List.of("apr", "avr", "abr", "kwi", "апр"),
            List.of("may", "mai", "mag", "maj", "mei", "мая"),
            List.of("jun", "giu", "cze", "июн"),
            List.of("jul", "lug", "lip", "июл"),
            List.of("aug", "aoû", "ago", "sie", "авг"),
            List.of("sep", "set", "wrz", "сен"),
            List.of("oct", "okt", "ott", "out", "paź", "окт"),
            List.of("nov", "lis", "ноя"),
            List.of("dec", "dez", "dic", "déc", "gru", "дек"));

    /** A date and time with a weekday has no more parts. */
    private static final int MOST_PARTS = 12;

    private Dates() {}

    static Optional<LocalDate> first(String text) {
        List<String> parts = parts(text);
        Optional<LocalDate> worded = worded(parts);
        return worded.isPresent() ? worded : numeric(text, parts);
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int i = 0;
        while (i < text.length() && parts.size() < MOST_PARTS) {
            int from = i;
            while (i < text.length() && Character.isDigit(text.charAt(i))) {
                i++;
            }
            if (i == from) {
                while (i < text.length() && Character.isLetter(text.charAt(i))) {
                    i++;
                }
            }
            if (i > from) {
                parts.add(text.substring(from, i).toLowerCase(Locale.ROOT));
            } else {
                i++;
            }
        }
        return parts;
    }

    /** {@code Feb 9 10:00:01 2025 GMT}, {@code Sun Feb 9 10:00:01 2025}, {@code 9 February 2025}, {@code 09-Feb-25}. */
    private static Optional<LocalDate> worded(List<String> parts) {
        for (int i = 0; i < parts.size(); i++) {
            int month = month(parts.get(i));
            if (month > 0) {
                int before = i > 0 ? number(parts.get(i - 1)) : -1;
                boolean dayFirst = before >= 1 && before <= 31;
                int day = dayFirst ? before : i + 1 < parts.size() ? number(parts.get(i + 1)) : -1;
                int year = year(parts, dayFirst ? i + 1 : i + 2);
                return of(year, month, day);
            }
        }
        return Optional.empty();
    }

    private static int year(List<String> parts, int from) {
        for (int i = from; i < parts.size(); i++) {
            int number = number(parts.get(i));
            if (parts.get(i).length() == 4 && number >= 1970) {
                return number;
            }
        }
        int shortYear = from < parts.size() ? number(parts.get(from)) : -1;
        return shortYear >= 0 && shortYear < 100 ? 2000 + shortYear : -1;
    }

    private static int month(String word) {
        if (word.length() < 3 || Character.isDigit(word.charAt(0))) {
            return -1;
        }
        for (int month = 0; month < MONTHS.size(); month++) {
            for (String name : MONTHS.get(month)) {
                if (word.startsWith(name)) {
                    return month + 1;
                }
            }
        }
        return -1;
    }

    private static Optional<LocalDate> numeric(String text, List<String> parts) {
        if (parts.size() < 3 || number(parts.get(0)) < 0 || number(parts.get(1)) < 0 || number(parts.get(2)) < 0) {
            return Optional.empty();
        }
        int first = number(parts.get(0));
        int second = number(parts.get(1));
        int third = number(parts.get(2));
        if (parts.get(0).length() == 4) {
            return of(first, second, third);
        }
        int year = third < 100 ? 2000 + third : third;
        // With slashes the month comes first unless that is impossible; with dots and dashes the day does.
        boolean monthFirst = text.indexOf('/') >= 0 && first <= 12;
        return monthFirst ? of(year, first, second) : of(year, second, first);
    }

    private static Optional<LocalDate> of(int year, int month, int day) {
        try {
            return year < 1970 || year > 2200 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static int number(String part) {
        boolean digits = !part.isEmpty() && part.length() <= 4 && part.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(part) : -1;
    }
}
