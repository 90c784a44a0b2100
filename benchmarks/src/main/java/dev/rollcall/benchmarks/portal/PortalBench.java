package dev.rollcall.benchmarks.portal;

import dev.rollcall.benchmarks.devices.DeviceLoad;
import dev.rollcall.benchmarks.devices.HistoryLoad;
import dev.rollcall.benchmarks.load.Watch;
import dev.rollcall.benchmarks.portal.PortalFigures.Interaction;
import dev.rollcall.benchmarks.server.BenchServer;
import dev.rollcall.benchmarks.server.Engines;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Signs in, opens the list again and again, and does in rounds what can be done with it.
public final class PortalBench {
    private final Portal portal;
    private final Chromium browser;
    private final PortalPlan plan;
    private final PrintWriter out;

    public PortalBench(BenchServer server, Chromium browser, PortalPlan plan, PrintWriter out) {
        this.browser = browser;
        this.portal = new Portal(browser, server.address());
        this.plan = plan;
        this.out = out;
    }

    /// Loads the devices and what is behind them, where they are not there yet.
    public static void load(Engines engines, PortalPlan plan, PrintWriter out) {
        var load = new DeviceLoad(engines, out);
        load.ensure(Map.of(PortalPlan.TENANT, plan.devices()));
        new HistoryLoad(engines, out).ensure();
        Watch.over(plan.devices()).until("making the texts searchable", load::isSearchable);
    }

    public PortalFigures run() {
        portal.signIn(PortalPlan.USER);
        var afterStart = portal.open(true);
        out.println("warming up …");
        rounds(0, plan.warmUp());
        out.println("opening the list …");
        var cold = IntStream.range(0, plan.coldViews())
                .mapToObj(_ -> portal.open(true))
                .toList();
        out.println("using the list …");
        var measured = rounds(plan.warmUp(), plan.rounds());
        return new PortalFigures(plan, browser.version(), afterStart, cold, measured.views(), measured.interactions());
    }

    private record Measured(List<FirstView> views, List<Interaction> interactions) {}

    private Measured rounds(int first, int count) {
        var views = new ArrayList<FirstView>();
        var steps = new LinkedHashMap<String, Step>();
        var timings = new LinkedHashMap<String, List<Timing>>();
        for (var number = first; number < first + count; number++) {
            views.add(portal.open(false));
            for (var step : Round.of(number, plan.devices())) {
                steps.putIfAbsent(step.name(), step);
                timings.computeIfAbsent(step.name(), _ -> new ArrayList<>()).add(portal.time(step));
            }
            out.print(".");
            out.flush();
        }
        out.println();
        return new Measured(
                views,
                steps.values().stream()
                        .map(step -> Interaction.of(step, timings.getOrDefault(step.name(), List.of())))
                        .toList());
    }
}
