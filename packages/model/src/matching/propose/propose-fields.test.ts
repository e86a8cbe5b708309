import { describe, expect, it } from "vitest";
import { printFigure } from "../constrain/print-figure.ts";
import { hearFields } from "./propose-fields.ts";

function figuresOf(text: string): readonly string[] {
  return hearFields(text).figures.map(
    ({ value }) => `${value.attribute} ${printFigure(value)}${value.hard ? "" : " wish"}`,
  );
}

const purchase =
  "求购电池级碳酸锂 8000 吨/年,主含量不低于 99.5 %,磁性异物 ≤ 100 ppb,水分最好低于 0.25%,2027年4月起供货,江西厂家优先,最小起订量 20 吨,交期不超过3周。";

describe("proposed fields", () => {
  it("[MT7] a pasted Chinese need fills concept, figures, volume, region and form", () => {
    const fields = hearFields(purchase);
    expect(fields.kind?.value).toBe("need");
    expect(fields.concepts.map(({ value }) => value)).toEqual(["li2co3-batt"]);
    expect(fields.volume?.value).toEqual({ amount: "8000", unit: "t/a", from: "2027-04-01" });
    expect(fields.regions.map(({ value }) => value)).toEqual(["36"]);
    expect(fields.cooperation.map(({ value }) => value)).toEqual(["supply"]);
    expect(figuresOf(purchase)).toEqual([
      "purity ≥ 99.5 mass %",
      "magnetic ≤ 100 ppb",
      "moisture ≤ 0.25 % wish",
      "moq 20 t",
      "lead_time ≤ 3 weeks",
    ]);
  });

  it("[MT7] every proposal quotes the text that it comes from", () => {
    const fields = hearFields(purchase);
    for (const { span, source } of [...fields.figures, ...fields.concepts, ...fields.regions]) {
      expect(purchase.slice(span.start, span.end)).toBe(source);
    }
    expect(fields.figures[0]?.source).toBe("不低于 99.5 %");
  });

  it.each([
    ["手上有三元黑粉80吨，要的私聊", ["supply"], "bulk"],
    ["清一批NCM622极片废料，15吨左右", ["supply"], undefined],
    ["Lithium hydroxide for sale, 60 t in stock", ["supply"], "bulk"],
  ])("[MT7] what is in stock is supplied: %s", (text, forms, maturity) => {
    const fields = hearFields(text);
    expect(fields.cooperation.map(({ value }) => value)).toEqual(forms);
    expect(fields.maturity?.value).toBe(maturity);
  });

  it("[MT7] an English capability, with words after the number", () => {
    const text =
      "Sulfide electrolyte Li6PS5Cl, ionic conductivity ≥ 5 mS/cm at 25 °C, D50 1-3 µm, TRL 5, patent pending, 200 kg per batch, joint development offered";
    const fields = hearFields(text);
    expect(fields.concepts[0]?.value).toBe("sse-sulfide");
    expect([fields.trl?.value, fields.ipStatus?.value]).toEqual([5, "applied"]);
    expect(figuresOf(text)).toEqual(["ionic_conductivity ≥ 5 mS/cm", "d50 1–3 µm", "batch 200 kg"]);
    expect(fields.unassigned.map(({ value }) => `${value.value} ${value.unit}`)).toEqual(["25 °C"]);
  });

  it.each([
    [
      "At least 99.5 % Li2CO3, magnetic impurities below 200 ppb",
      ["purity ≥ 99.5 mass %", "magnetic ≤ 200 ppb"],
    ],
    ["循环4000周", ["cycle_life 4000 cycles"]],
    ["电池级氢氧化锂 LiOH·H2O ≥56.5 %，Na ≤ 20 ppm", ["purity ≥ 56.5 mass %", "na ≤ 20 ppm"]],
    ["Mg/Li 比由 400:1 降至 5:1 以下", ["mgli ≤ 5"]],
    ["镍含量≥80%,镁锂比40以下", ["ni_content ≥ 80 mol %", "mgli ≤ 40"]],
    ["recovery above 90 %, 3 % loss", ["recovery ≥ 90 %", "li_loss 3 %"]],
    ["TRL 6-7, 能量密度 300 Wh/kg", ["energy_density 300 Wh/kg"]],
  ])("[MT7] %s", (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });

  it.each([
    [
      "电池级碳酸锂,K≤0.001%,Ca≤0.005%,Mg≤0.008%,Fe≤0.001%,SO4≤0.08%,Cl≤0.003%,磁性物质≤0.0003%",
      ["k ≤ 0.001 %", "ca ≤ 0.005 %", "mg ≤ 0.008 %", "fe ≤ 0.001 %", "so4 ≤ 0.08 %", "cl ≤ 0.003 %"].concat(
        "magnetic ≤ 0.0003 %",
      ),
    ],
    ["Fe ≤ 10 ppm、硫酸根≤0.05%、K+≤20ppm", ["fe ≤ 10 ppm", "so4 ≤ 0.05 %", "k ≤ 20 ppm"]],
    ["Ca²⁺ ≤ 50 ppm, SO₄²⁻≤0.05%, Cl⁻≤0.005%", ["ca ≤ 50 ppm", "so4 ≤ 0.05 %", "cl ≤ 0.005 %"]],
    ["铁(Fe)≤5ppm；pH值 10.5-11.5；D10≥1μm", ["fe ≤ 5 ppm", "ph 10.5–11.5", "d10 ≥ 1 µm"]],
    ["LiOH, iron below 5 ppm, calcium max 10 ppm", ["fe ≤ 5 ppm", "ca ≤ 10 ppm"]],
    ["NCM811 Ni 83 %, ca. 10 ppm dust, Na+K≤20ppm", []],
    ["黑粉,锂 4%, 铜 2%, 铝1.5%", ["mass_li 4 mass %", "mass_cu 2 mass %", "mass_al 1.5 mass %"]],
  ])("[MT54] impurities by word and symbol: %s", (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });

  it.each([
    ["我方位于津巴布韦的矿山可供锂辉石精矿", ["ZW"]],
    ["津巴布韦透锂长石矿项目，寻求国内包销方", ["ZW"]],
    ["Spodumene from our mine in Western Australia", []],
    ["Our project in Mali looks for an offtaker", ["ML"]],
    ["求购澳大利亚锂辉石精矿，江西交货", ["36"]],
    ["We offer lithium carbonate, FOB Shanghai", []],
    ["采购碳酸锂，交货到赣州工厂，截止上午9时（北京时间）", ["36"]],
    ["LiOH for our line in Ningde", ["35"]],
    ["宁德时代和南京大学的样品", []],
  ])("[PO24] a place abroad is where something stands: %s", (text, expected) => {
    expect(hearFields(text).regions.map(({ value }) => value)).toEqual(expected);
  });

  it("[MT13] offtake is a form of its own", () => {
    const formsOf = (text: string) => hearFields(text).cooperation.map(({ value }) => value);
    expect(formsOf("寻求包销方，年包销量2万吨")).toEqual(["offtake"]);
    expect(formsOf("Ten-year offtake agreement wanted; offtakers for 60 % of output")).toEqual(["offtake"]);
  });

  it("[MT7] what is at present is not what is asked, and the unclear is listed, not guessed", () => {
    const fields = hearFields("现有 99.0 % 碳酸锂产品,需提纯到 99.5 % 以上,压力 3 mm");
    expect(fields.figures.map(({ value }) => printFigure(value))).toEqual(["≥ 99.5 mass %"]);
    expect(fields.unassigned.map(({ source }) => source)).toEqual(["99.0 %", "3 mm"]);
  });

  it("[MT7] an unassigned quantity comes with the words before it", () => {
    const { unassigned } = hearFields("磷酸铁锂,Co≤5ppm,循环测试温度 25 °C,stirred at a pressure of 3 mm");
    expect(unassigned.map(({ source, value }) => [value.about, source])).toEqual([
      ["Co", "≤5ppm"],
      ["循环测试温度", "25 °C"],
      ["stirred at a pressure of", "3 mm"],
    ]);
  });

  it("[MT40] [MT41] what is doubted is listed with its reason and fills no field", () => {
    const fields = hearFields("求购数十吨电池级碳酸锂,未来三年,每周20吨,工作温度60度,60度");
    expect(fields.volume).toBeNull();
    expect(fields.unassigned.map(({ source, value }) => [source, value.doubt])).toEqual([
      ["数十吨", "vague"],
      ["20吨", "rate_unknown"],
      ["60度", "unit_ambiguous"],
      ["未来三年", "relative_time"],
    ]);
  });

  it.each([
    ["D50 10 µm, 磁性异物 100 ppb or better", ["d50 10 µm", "magnetic ≤ 100 ppb"]],
    ["回收率由85%提高到92%", ["recovery 92 %"]],
    ["循环5000次后容量保持率80%,铁锂电芯", ["cycle_life 5000 cycles"]],
    ["SOH检测误差±2个百分点", ["test_error ≤ 2 % points"]],
    ["离子电导率≥1.2×10⁻³ S/cm", ["ionic_conductivity ≥ 0.0012 S/cm"]],
  ])("[MT7] [MT40] %s", (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });

  it.each([
    ["碳酸锂,账期60天", []],
    ["付款:货到60天,交期30天", ["lead_time 30 days"]],
    ["交付后60天内付清", []],
    ["收到预付款后30天内交货", ["lead_time ≤ 30 days"]],
    ["Payment terms net 60 days, delivery within 4 weeks", ["lead_time ≤ 4 weeks"]],
    ["payment 60 days after delivery", []],
    ["质保365天,报价有效期30天,高温存储7天", []],
    ["shelf life 180 days, stored for 28 days, lead time 6 weeks", ["lead_time 6 weeks"]],
    ["碳酸锂,货期20天", ["lead_time 20 days"]],
    ["碳酸锂,20天", []],
  ])("[MT7] only what is near words of delivery is a lead time: %s", (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });

  it("[MT7] the target price of a need is a ceiling, that of a capability is as stated", () => {
    const text = "求购碳酸锂,目标价 8.2 万元/吨";
    expect(figuresOf(text)).toEqual(["price ≤ 82000 CNY/t wish"]);
    expect(figuresOf("求购碳酸锂,最高限价8.2万元/吨")).toEqual(["price ≤ 82000 CNY/t"]);
    expect(figuresOf("Looking for Li2CO3, target price 82,000 CNY/t")).toEqual(["price ≤ 82000 CNY/t wish"]);
    expect(figuresOf("碳酸锂现货,单价8.2万元/吨")).toEqual(["price 82000 CNY/t"]);
    expect(hearFields(text, undefined, "capability").figures[0]?.value.op).toBe("=");
  });

  it("[MT41] a window of two months goes with the volume", () => {
    expect(hearFields("采购碳酸锂5000吨,2027年1月至12月交付").volume?.value).toEqual({
      amount: "5000",
      unit: "t",
      from: "2027-01-01",
      to: "2027-12-31",
    });
  });

  it("[MT57] what is to be bought is the subject, whatever line it is for; the class of a reference is no amount", () => {
    const read = hearFields(
      "大柴旦二期提锂线改造，拟购铝系锂吸附剂（颗粒），洗脱液 Li 不低于 0.8 g/L，有万吨级盐湖项目业绩优先。",
      undefined,
      "need",
    );
    expect(read.concepts[0]?.value).toBe("al-adsorbent");
    expect(read.volume).toBeNull();
  });
});
