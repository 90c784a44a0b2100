package dev.rollcall.benchmarks.report;

import java.awt.Color;
import java.awt.Dimension;
import java.io.IOException;
import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// Draws a chart as SVG. Needs no screen.
final class SvgChart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 360;
    private static final String SVG = "http://www.w3.org/2000/svg";

    private SvgChart() {}

    static String of(Chart chart) throws IOException {
        var drawing = drawing();
        drawing.setSVGCanvasSize(new Dimension(WIDTH, HEIGHT));
        switch (chart) {
            case Chart.Lines lines -> lines(lines).paint(drawing, WIDTH, HEIGHT);
            case Chart.Bars bars -> bars(bars).paint(drawing, WIDTH, HEIGHT);
        }
        var text = new StringWriter();
        drawing.stream(text, true);
        return text.toString();
    }

    private static XYChart lines(Chart.Lines chart) {
        var drawn = new XYChartBuilder()
                .title(chart.title())
                .xAxisTitle(chart.x())
                .yAxisTitle(chart.y())
                .build();
        drawn.getStyler().setLegendPosition(LegendPosition.OutsideS);
        drawn.getStyler().setChartBackgroundColor(Color.WHITE);
        drawn.getStyler().setYAxisMin(0.0);
        for (var line : chart.lines()) {
            drawn.addSeries(line.name(), line.x(), line.y()).setMarker(SeriesMarkers.NONE);
        }
        return drawn;
    }

    private static CategoryChart bars(Chart.Bars chart) {
        var drawn = new CategoryChartBuilder()
                .title(chart.title())
                .xAxisTitle(chart.x())
                .yAxisTitle(chart.y())
                .build();
        drawn.getStyler().setLegendPosition(LegendPosition.OutsideS);
        drawn.getStyler().setChartBackgroundColor(Color.WHITE);
        drawn.getStyler().setYAxisMin(0.0);
        for (var series : chart.series()) {
            drawn.addSeries(series.name(), chart.labels(), series.values());
        }
        return drawn;
    }

    private static SVGGraphics2D drawing() {
        try {
            var document = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
            return new SVGGraphics2D(document);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform has an XML parser", e);
        }
    }
}
