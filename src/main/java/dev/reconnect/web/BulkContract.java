package dev.reconnect.web;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The bulk call in the written contract: no resource answers it, so nobody else could write it down. */
final class BulkContract {

    private static final String LINE_PROBLEM = "LineProblem";
    private static final String DESCRIPTION =
            "One JSON object a line in, one a line out, in the same order, for any number of lines: answers come"
                    + " while lines are still being sent. Line n of the answer belongs to line n of the request: a line that"
                    + " cannot be diagnosed, an empty one too, gets a problem with its number and stops nothing. All lines are"
                    + " answered by the release that was active when the call began; nothing is kept. Whoever sends must read"
                    + " at the same time: while answers are not read, no more lines are.";

    private BulkContract() {}

    static void addTo(OpenAPI contract) {
        contract.getComponents().addSchema(LINE_PROBLEM, lineProblem());
        contract.getPaths().addPathItem(Bulk.PATH, OASFactory.createPathItem().POST(operation()));
    }

    private static Schema lineProblem() {
        Schema line = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addRequired("line")
                .addProperty(
                        "line",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .description("number of the line, counted from 1"));
        return OASFactory.createSchema()
                .description("What a line gets that cannot be diagnosed, in the place of its diagnosis.")
                .allOf(List.of(reference("Problem"), line));
    }

    private static Operation operation() {
        Schema answer = OASFactory.createSchema().oneOf(List.of(reference("Diagnosis"), reference(LINE_PROBLEM)));
        return OASFactory.createOperation()
                .operationId("diagnoseInBulk")
                .summary("Diagnoses line by line, streamed both ways")
                .description(DESCRIPTION)
                .tags(List.of("diagnoses"))
                .addParameter(include())
                .requestBody(OASFactory.createRequestBody()
                        .required(true)
                        .content(content(Bulk.MEDIA_TYPE, reference("DiagnosisRequest"))))
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse("200", response("An answer for each line", Bulk.MEDIA_TYPE, answer))
                        .addAPIResponse(
                                "default", response("A problem, RFC 9457", Problem.MEDIA_TYPE, reference("Problem"))));
    }

    private static Parameter include() {
        return OASFactory.createParameter()
                .name("include")
                .in(Parameter.In.QUERY)
                .description("Parts of the answer that lines want which do not say so themselves, with commas between"
                        + " them: evidence, plan, questions. Evidence alone when absent.")
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .defaultValue("evidence"));
    }

    private static APIResponse response(String description, String mediaType, Schema schema) {
        return OASFactory.createAPIResponse().description(description).content(content(mediaType, schema));
    }

    private static Content content(String mediaType, Schema schema) {
        return OASFactory.createContent()
                .addMediaType(mediaType, OASFactory.createMediaType().schema(schema));
    }

    private static Schema reference(String schema) {
        return OASFactory.createSchema().ref("#/components/schemas/" + schema);
    }
}
