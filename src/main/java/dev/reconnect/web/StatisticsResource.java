package dev.reconnect.web;

import dev.reconnect.quality.Plots;
import dev.reconnect.store.OutcomeStore;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/statistics")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Role.AUTHOR)
class StatisticsResource {

    private static final String SVG = "image/svg+xml";
    private static final String PERIOD = "90";
    private static final int LONGEST = 3_660;
    private static final int MOST = 1_000;

    private final Statistics statistics;
    private final OutcomeStore outcomes;
    private final Snapshot snapshot;

    StatisticsResource(Statistics statistics, OutcomeStore outcomes, Snapshot snapshot) {
        this.statistics = statistics;
        this.outcomes = outcomes;
        this.snapshot = snapshot;
    }

    @GET
    @Path("/fixes")
    @Operation(summary = "How often each fix resolved each cause, with 95 % intervals, and how long it took")
    public List<Statistics.FixSuccess> fixes(@QueryParam("days") @DefaultValue(PERIOD) int days) {
        return statistics.fixes(period(days));
    }

    @GET
    @Path("/fixes.svg")
    @Produces(SVG)
    @Operation(summary = "The same as a picture: the fixes that are tried most")
    public String fixesPlot(@QueryParam("days") @DefaultValue(PERIOD) int days) {
        return StatisticsPlots.fixes(statistics.fixes(period(days)), snapshot.release());
    }

    @GET
    @Path("/minutes")
    @Operation(
            summary =
                    "How long each fix takes: mean, median and quartiles of the minutes reported, beside the authors' word")
    public List<FixTimes.FixTime> minutes(@QueryParam("days") @DefaultValue(PERIOD) int days) {
        return statistics.times(snapshot.release(), period(days));
    }

    @GET
    @Path("/minutes.svg")
    @Produces(SVG)
    @Operation(summary = "The same as a picture: the fixes that are timed most")
    public String minutesPlot(@QueryParam("days") @DefaultValue(PERIOD) int days) {
        return StatisticsPlots.minutes(statistics.times(snapshot.release(), period(days)));
    }

    @GET
    @Path("/causes")
    @Operation(summary = "How often each cause was diagnosed first, was the true one, and was confirmed")
    public List<Statistics.CauseCount> causes(@QueryParam("days") @DefaultValue(PERIOD) int days) {
        return statistics.causes(period(days));
    }

    @GET
    @Path("/codes")
    @Operation(summary = "Codes that nobody knows, and symptoms together that stayed without an answer")
    public Statistics.WithoutAnswer codes(@QueryParam("days") @DefaultValue(PERIOD) int days) {
        return statistics.codes(period(days));
    }

    @GET
    @Path("/rules")
    @Operation(summary = "How often each rule fired, and which never did")
    public Statistics.RuleHits rules(@QueryParam("days") @DefaultValue(PERIOD) int days) {
        return statistics.rules(snapshot.release(), period(days));
    }

    @GET
    @Path("/calibration")
    @Operation(summary = "Whether causes said to be 80 % probable are right in 80 % of the cases")
    public Statistics.Reliability calibration(@QueryParam("days") @DefaultValue(PERIOD) int days) {
        return statistics.calibration(period(days));
    }

    @GET
    @Path("/calibration.svg")
    @Produces(SVG)
    @Operation(summary = "The same as a picture")
    public String calibrationPlot(@QueryParam("days") @DefaultValue(PERIOD) int days) {
        return Plots.calibration(statistics.calibration(period(days)).reliable());
    }

    @GET
    @Path("/drift")
    @Operation(summary = "How the mix of symptoms of the last 30 days differs from the 30 days before")
    public SymptomDrift.Drift drift() {
        return statistics.drift();
    }

    @GET
    @Path("/drift.svg")
    @Produces(SVG)
    @Operation(summary = "The same as a picture: the symptoms that shifted most")
    public String driftPlot() {
        return StatisticsPlots.drift(statistics.drift());
    }

    @GET
    @Path("/wrong")
    @Operation(
            summary =
                    "Diagnoses whose confirmed cause was not first, newest first; POST /v1/diagnoses/{id}/case makes a case of one")
    public List<OutcomeStore.Wrong> wrong(@QueryParam("limit") @DefaultValue("100") int limit) {
        return outcomes.wrong(Math.max(1, Math.min(MOST, limit)));
    }

    private static int period(int days) {
        return Math.max(1, Math.min(LONGEST, days));
    }
}
