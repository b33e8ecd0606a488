package dev.reconnect.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How windows and people label an error code, in the languages of Windows. Labels are kept without blanks, because
 * translations and copying put them anywhere.
 */
final class CodeLabels {

    /** What stands before the second code of a window. */
    private static final List<String> EXTENDED = squeezed("""
            extended error code | extended error | extended code | extended | ext. error code | ext code | ext.
            code | erweiterter fehlercode | erweiterter fehler | code d'erreur étendu | code d'erreur étendue |
            code erreur étendu | código de error extendido | codigo de error extendido | código de error
            ampliado | codice errore esteso | codice di errore esteso | código de erro estendido | codigo de
            erro estendido | código de erro expandido | uitgebreide foutcode | rozszerzony kod błędu |
            rozszerzony kod bledu | расширенный код ошибки | дополнительный код ошибки | 拡張エラーコード | 拡張エラー |
            扩展错误代码 | 扩展错误码 | 擴充錯誤碼 | 擴充錯誤代碼 | 延伸錯誤碼 | 확장 오류 코드 | 확장된 오류 코드 | genişletilmiş hata kodu | rozšířený
            kód chyby | utökad felkod | udvidet fejlkode | utvidet feilkode | laajennettu virhekoodi |
            kiterjesztett hibakód | розширений код помилки | cod de eroare extins | εκτεταμένος κωδικός
            σφάλματος
            """);

    /** What stands before the first. */
    private static final List<String> CODE = squeezed("""
            error code | errorcode | fehlercode | fehler-code | code d'erreur | code erreur | código de error |
            codigo de error | codice errore | codice di errore | código de erro | codigo de erro | foutcode |
            kod błędu | kod bledu | код ошибки | エラーコード | 错误代码 | 错误码 | 錯誤碼 | 錯誤代碼 | 오류 코드 | hata kodu | kód
            chyby | felkod | fejlkode | feilkode | virhekoodi | hibakód | код помилки | cod de eroare | κωδικός
            σφάλματος | コード | 代码 | 代碼 | 코드 | codice | código | код | kod | code | reason | reason code |
            disconnect reason | error | fehler | erreur | error number | hresult | ntstatus | error #
            """);

    /** Codes of other things than a connection. */
    private static final List<String> OTHERS = squeezed("""
            exit code | exit status | exitcode | http code | http status code | http error | zip code | status
            code | logon id | process id | keywords | flags | layout | mask | handle | address | type | thread |
            offset | qr code | source code | signal | opcode | task | dword | wait_hint | checkpoint | tag | pid
            | session id | keyboard | width | build
            """);

    private CodeLabels() {}

    private static List<String> squeezed(String labels) {
        List<String> squeezed = new ArrayList<>();
        for (String label : Listed.list(labels)) {
            squeezed.add(squeeze(label));
        }
        squeezed.sort(Comparator.comparingInt(String::length).reversed());
        return List.copyOf(squeezed);
    }

    /** Without blanks and the signs that stand between a label and its value. */
    static String squeeze(String text) {
        StringBuilder squeezed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && ":=.([#\"'-<>".indexOf(c) < 0) {
                squeezed.append(c);
            }
        }
        return squeezed.toString();
    }

    static boolean isExtended(String squeezedBefore) {
        return endsWith(squeezedBefore, EXTENDED);
    }

    static boolean isCode(String squeezedBefore) {
        return endsWith(squeezedBefore, CODE) && !isOther(squeezedBefore);
    }

    static boolean isOther(String squeezedBefore) {
        return endsWith(squeezedBefore, OTHERS);
    }

    private static boolean endsWith(String text, List<String> labels) {
        for (String label : labels) {
            if (text.endsWith(label)) {
                return true;
            }
        }
        return false;
    }
}
