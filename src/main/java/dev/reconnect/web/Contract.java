package dev.reconnect.web;

import dev.reconnect.diagnosis.Diagnosis;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Makes the written contract say what {@link JsonStyle} and {@link Problems} do; the records themselves know of neither. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class Contract implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final String DIAGNOSIS = "Diagnosis";

    /** What callers send: here fields may be left out. */
    private static final Set<String> SENT = Set.of(
            "DiagnosisRequest",
            "ReportedSymptom",
            "ExtractRequest",
            "DraftRequest",
            "PublishRequest",
            "KeyRequest",
            "OutcomeRequest",
            "TriedFix",
            "ActivateRequest");

    /** Methods of records that look like fields. */
    private static final Map<String, String> QUESTIONS_OF_CODE =
            Map.of("Cause", "active", "Symptom", "unknown", "Flaw", "error");

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        Map<String, Schema> schemas =
                new LinkedHashMap<>(contract.getComponents().getSchemas());
        schemas.forEach((name, schema) -> contract.getComponents().addSchema(name, mended(name, schema)));
        contract.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(Contract::mend);
        BulkContract.addTo(contract);
    }

    private static Schema mended(String name, Schema schema) {
        words(schema);
        Map<String, Schema> properties = schema.getProperties();
        if (properties == null) {
            return schema;
        }
        Map<String, Schema> mended = new LinkedHashMap<>();
        ordered(name, properties).forEach((property, type) -> {
            words(type);
            if (!property.equals(QUESTIONS_OF_CODE.get(name))) {
                mended.put(renamed(name, property), type);
            }
        });
        schema.setProperties(mended);
        if (!SENT.contains(name) && !name.startsWith(PROBLEM) && !name.equals("Error")) {
            schema.setRequired(mended.entrySet().stream()
                    .filter(entry -> !isOptional(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .toList());
        }
        return schema;
    }

    /** The fields of an unwrapped record come in no order; here they get the one in which they are written. */
    private static Map<String, Schema> ordered(String name, Map<String, Schema> properties) {
        if (!name.equals(DIAGNOSIS)) {
            return properties;
        }
        Map<String, Schema> ordered = new LinkedHashMap<>();
        for (RecordComponent component : Diagnosis.class.getRecordComponents()) {
            ordered.put(component.getName(), properties.get(component.getName()));
        }
        properties.forEach(ordered::putIfAbsent);
        return ordered;
    }

    /** {@code for} and {@code against} are not possible as names of a record's components, or not clear there. */
    private static String renamed(String schema, String property) {
        if (schema.equals("Turn") && property.equals("subject")) {
            return "case";
        }
        if (!schema.equals("Explanation")) {
            return property;
        }
        return switch (property) {
            case "supporting" -> "for";
            case "opposing" -> "against";
            default -> property;
        };
    }

    /** An enum's constant is written as its word. */
    private static void words(Schema schema) {
        List<Object> constants = schema.getEnumeration();
        if (constants == null) {
            return;
        }
        List<Object> words = new ArrayList<>();
        constants.forEach(constant ->
                words.add(constant.toString().toLowerCase(Locale.ROOT).replace('_', '-')));
        schema.setEnumeration(words);
    }

    private static boolean isOptional(Schema schema) {
        boolean mayBeNull = schema.getType() != null && schema.getType().contains(Schema.SchemaType.NULL);
        return mayBeNull || schema.getAnyOf() != null;
    }

    private static void mend(Operation operation) {
        operation.setTags(operation.getTags().stream()
                .map(tag -> tag.replace(" Resource", "").toLowerCase(Locale.ROOT))
                .toList());
        APIResponses responses = operation.getResponses();
        responses.removeAPIResponse("400");
        if (isDiagnosis(responses.getAPIResponse("200"))) {
            responses
                    .getAPIResponse("200")
                    .getContent()
                    .addMediaType(
                            DiagnosesResource.MARKDOWN,
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
            if (operation.getRequestBody() != null) {
                responses.addAPIResponse(
                        "503",
                        answer("Diagnosed but not stored: stored is false", MediaType.APPLICATION_JSON, DIAGNOSIS));
            }
        }
        responses.addAPIResponse("default", answer("A problem, RFC 9457", Problem.MEDIA_TYPE, PROBLEM));
    }

    private static boolean isDiagnosis(APIResponse response) {
        return response != null
                && response.getContent() != null
                && response.getContent().hasMediaType(MediaType.APPLICATION_JSON)
                && reference(DIAGNOSIS)
                        .equals(response.getContent()
                                .getMediaType(MediaType.APPLICATION_JSON)
                                .getSchema()
                                .getRef());
    }

    private static APIResponse answer(String description, String mediaType, String schema) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                mediaType,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(reference(schema)))));
    }

    private static String reference(String schema) {
        return "#/components/schemas/" + schema;
    }
}
