import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDoubts, type PostingContent, takeOut } from "./index.ts";
import { findKept } from "./kept-figure.ts";
import { listToldBudgets, tellBudget, toBudgetClass } from "./told-budget.ts";
import { findToldCustomer } from "./told-customer.ts";
import { isForeignSum } from "./told-money.ts";
import { listToldPrices, listToldSums } from "./told-price.ts";
import { listToldVolumes } from "./told-volume.ts";

const doubtsOf = (description: string, given: Partial<PostingContent> = {}, levels = {}) =>
  findDoubts({ title: "求购电池级碳酸锂", description, ...given }, levels, []).filter(
    ({ doubt }) => doubt === "figure",
  );

const foilTable =
  "项目\t单位\t4.5μm\t6μm\n抗氧化性\t140℃/15min\t不变色\t不变色\n月产能\t吨\t250\t1200\n加工费\t元/kg\t32\t15";

describe("a row of a table that tells", () => {
  it("[PO11] is warned of as a whole, and nothing else goes with it", () => {
    expect(listToldVolumes(foilTable)).toEqual(["月产能\t吨\t250\t1200"]);
    expect(listToldPrices(foilTable)).toEqual(["加工费\t元/kg\t32\t15"]);
    const rest = takeOut(takeOut(foilTable, "加工费\t元/kg\t32\t15"), "月产能\t吨\t250\t1200");
    expect(rest.trimEnd()).toBe("项目\t单位\t4.5μm\t6μm\n抗氧化性\t140℃/15min\t不变色\t不变色");
  });

  it("[PO11] the budgets of a tender's parts are warned of beside their sum, and give no class", () => {
    const lots = "设备\t数量\t预算（万元）\n搅拌机\t1台\t48\n涂布机\t1台\t165\n";
    expect(listToldBudgets(`${lots}合计预算：321万元`)).toEqual(["321万元", "48", "165"]);
    expect(tellBudget(`${lots}合计预算：321万元`)?.value).toBe("1m_10m");
    expect(tellBudget("最高限价：9600万元（含税）。投标保证金：80万元。")?.value).toBe("over_10m");
    expect(tellBudget("最高限价7.8万元/吨")).toBeNull();
    expect(tellBudget(lots)).toBeNull();
  });

  it("[PO11] what an offer wants in all is a price of it, and no budget", () => {
    const told = (kind: "capability" | "project") =>
      findDoubts({ description: "横向经费期望80-120万，两年。" }, {}, [], kind).map(({ of }) => of);
    expect(told("capability")).toEqual(["price"]);
    expect(told("project")).toEqual(["budget"]);
  });

  it("[PO11] a number that the table holds twice is told by its line", () => {
    expect(listToldVolumes("物料\t数量（吨）\t批次\n碳酸锂\t48\t48")).toEqual(["碳酸锂\t48\t48"]);
  });
});

describe("a volume that a text tells", () => {
  it.each([
    ["2027年3月起至年底每月约200吨，长协", "200吨"],
    ["每月200吨，2027年3月至12月", "200吨"],
    ["2027年3月起每月约200吨", "200吨"],
    ["五六百吨，可分批", "五六百吨"],
    ["年用量3000吨", "3000吨"],
    ["月需 20 车", "20 车"],
    ["求购 20 柜", "20 柜"],
    ["每个月两百来吨", "两百来吨"],
    ["十来万吨，长协", "十来万吨"],
    ["数量1.2万公吨", "1.2万公吨"],
    ["全年３０００～５０００吨", "3000~5000吨"],
    ["每周 50 套", "50 套"],
    ["年需隔膜 600万㎡", "600万m2"],
    ["五百公斤六氟", "五百公斤"],
    ["3000 tpa", "3000 tpa"],
    ["we need 3,000 t a year", "3,000 t"],
    ["About 200 tonnes a month from March 2027", "200 tonnes"],
    ["two hundred tonnes per month", "two hundred tonnes"],
    ["8 GWh of cells", "8 GWh"],
    ["5,500 dmt", "5,500 dmt"],
    ["20 trucks a month", "20 trucks"],
    ["序号\t物料\t数量（吨）\t交货期\n1\t碳酸锂\t480\t2027年3月", "480"],
    ["Item | Qty (MT) | Delivery\nLithium carbonate | 480 | March 2027", "480"],
  ])("[PO11] %s", (text, quote) => {
    expect(listToldVolumes(text)).toEqual([quote]);
    expect(doubtsOf(text)).toMatchObject([{ field: "description", of: "volume", quote }]);
    expect(doubtsOf(text, {}, { description: "partner" })).toEqual([]);
    // What the mend leaves tells it no longer.
    expect(doubtsOf(takeOut(`${text}。到厂交货`, quote))).toEqual([]);
  });

  it.each([
    "25kg/袋，吨袋包装",
    "每袋 25 kg，每柜 20 吨",
    "先寄样品 5 kg",
    "in 500 kg big bags",
    "Big bags 800 kg, stored indoors",
    "设备自重 12 吨",
    "蒸汽单耗不高于3吨，8.2万元/吨",
    "5吨标准煤/吨",
    "全球年需求约 100 万吨",
    "千吨级产线，万吨级装置",
    "水分 ≤ 200 ppm，3 次，2027年3月",
    "纯度 99.5 %，12 个月，Ni90、D50 3~12 µm",
    "a partner for a 100 kg/month pilot",
    "2 台辊压机，0.12 mm",
    "60 t/h of water",
    "with a cell manufacturer that would run a pilot line of about 200 cells per month",
  ])("[PO11] no volume is told in %s", (text) => {
    expect(listToldVolumes(text)).toEqual([]);
  });

  it.each([
    ["We need about 40 tonnes a month", "40 tonnes"],
    ["每月 40吨", "40吨"],
    ["40 t/month", "40 t"],
    ["40 test cells", undefined],
  ])("[PO11] what is kept is quoted by whole words: %s", (text, quote) => {
    const kept = [{ of: "volume", level: "partner", walled: true, amount: 40, unit: "t/month" } as const];
    expect(findKept(text, kept)[0]?.quote).toBe(quote);
  });

  it("[PO11] whichever verdict the reading gave, a volume that rivals may read is warned of", () => {
    const digits = fc.integer({ min: 2, max: 99_999 }).map(String);
    const spoken = fc.constantFrom("三百", "五六百", "两千", "一万二千", "几百", "数千", "十来");
    const amount = fc.oneof(
      fc.tuple(fc.oneof(digits, spoken), fc.constantFrom("吨", " 吨", "公吨", "万吨", " t", "GWh")),
      fc.tuple(digits, fc.constantFrom(" tonnes", " kt", " tpa", " GWh")),
    );
    const frame = fc.constantFrom(
      (said: string) => `每月约${said}`,
      (said: string) => `2027年3月起至年底每月${said}`,
      (said: string) => `年用量${said}，长协`,
      (said: string) => `${said}/月`,
      (said: string) => said,
      (said: string) => `we take ${said} a month from March 2027`,
    );
    const volume = fc.constantFrom(undefined, { amount: "7", unit: "t/a" }, { amount: "", unit: "" });
    fc.assert(
      fc.property(
        amount,
        frame,
        volume,
        fc.constantFrom("，", "。", "\n"),
        ([size, unit], write, held, mark) => {
          const text = `求购电池级碳酸锂，水分≤0.2%${mark}${write(`${size}${unit}`)}`;
          const given = held ? { volume: held } : {};
          expect(doubtsOf(text, given).map(({ of }) => of)).toContain("volume");
        },
      ),
    );
  });
});

describe("a customer whom a text names", () => {
  it.each([
    ["客户为比亚迪。", "客户为比亚迪"],
    ["主要客户：宁德时代、亿纬", "客户:宁德时代"],
    ["客户包括两家头部正极厂和国轩", "客户包括两家头部正极厂和国轩"],
    ["客户是海博思创，要求到厂", "客户是海博思创"],
    ["客户为 CATL", "客户为 CATL"],
    ["产品供给比亚迪使用", "供给比亚迪"],
    ["已供比亚迪与宁德时代", "供比亚迪"],
    ["供货给明川汽车", "供货给明川汽车"],
    ["给蔚来做配套", "给蔚来做配套"],
    ["为宁德时代配套", "为宁德时代配套"],
    ["比亚迪是我司主要客户", "比亚迪是我司主要客户"],
    ["Our customer is BYD, from March on", "customer is BYD"],
    ["Our customers include Samsung SDI", "customers include Samsung"],
    ["for our customer Northstar Cells", "customer Northstar Cells"],
    ["we supply CATL", "supply CATL"],
    ["最终用户LG新能源。", "用户LG新能源"],
    ["客户指定（宁德时代）。", "客户指定(宁德时代"],
    ["该料用于宁德时代项目。", "用于宁德时代"],
    ["The material is for BYD.", "is for BYD"],
    ["We deliver cathode powder to LG Energy Solution.", "deliver cathode powder to LG"],
    ["Our main customer, BYD, must approve the source.", "customer, BYD"],
    ["supplier to Volkswagen", "supplier to Volkswagen"],
    ["BYD is our main customer", "BYD is our main customer"],
  ])("[PO11] %s", (text, quote) => {
    expect(findToldCustomer(text, [])).toBe(quote);
    expect(doubtsOf(text)).toMatchObject([{ field: "description", of: "customers", quote }]);
    expect(doubtsOf(takeOut(text, quote))).toEqual([]);
  });

  it.each([
    "欢迎客户试样",
    "customers in Europe",
    "客户为动力电池企业",
    "客户为欧洲车企",
    "以海外客户为主",
    "客户是否接受散装",
    "客户如有需要可送样",
    "供给稳定，供给侧改革",
    "为客户提供配套服务，给产线配套",
    "该料用于动力电池，用户可现场试样",
    "This is for Europe, and we ship to Germany",
    "由天齐锂业供货",
    "寻求供应商，如天齐锂业",
    "供货方：赣锋锂业",
    "提供CATL标准的铝壳",
    "供应碳酸锂，交付给买方",
    "our customers are battery makers",
    "Our customers are European OEMs",
    "we supply LFP cathodes to Europe",
    "wanted: a supplier of Lithium Carbonate",
    "We look for Ganfeng or Tianqi as a supplier",
  ])("[PO11] nobody is named in %s", (text) => {
    expect(findToldCustomer(text, [])).toBeUndefined();
  });

  it("[PO11] the own name is no customer", () => {
    expect(findToldCustomer("供货给南岭正极", ["南岭正极材料有限公司"])).toBeUndefined();
    expect(findToldCustomer("customer: Beichuan", ["Beichuan Materials Co., Ltd."])).toBeUndefined();
  });
});

describe("a price that a text tells", () => {
  it.each([
    ["raw-material cost below 600 CNY/kg, TRL 4", "600 CNY/kg", "TRL 4"],
    ["价格不超过 8.5 万元/吨，月付", "8.5 万元/吨", "月付"],
    ["含税价8.2万/吨，月付", "8.2万/吨", "月付"],
    ["CNY 82,000 per tonne, monthly", "CNY 82,000 per tonne", "Monthly"],
    [
      "Price as SMM monthly average minus a discount, monthly.",
      "Price as SMM monthly average minus a discount",
      "Monthly.",
    ],
    ["磷酸铁锂包，一吨一万二上下，现款", "一吨一万二上下", "磷酸铁锂包，现款"],
    ["黑粉，1.2万元/吨，自提", "1.2万元/吨", "黑粉，自提"],
    ["三元黑粉，按镍钴73折、锂70折报，含税", "按镍钴73折、锂70折", "三元黑粉，含税"],
    ["三元黑粉，按72折计价，自提", "按72折", "三元黑粉，自提"],
    ["三元黑粉，锂系数72%，自提", "锂系数72%", "三元黑粉，自提"],
    ["三元黑粉，按SMM月均价下浮，现款", "SMM月均价下浮", "三元黑粉，现款"],
    ["Tolling fee EUR 2,350 per tonne, lime included", "EUR 2,350 per tonne", "Lime included"],
    ["Lime included, tolling fee EUR 2,350", "EUR 2,350", "Lime included"],
    ["来料加工，加工费1.2万元，含包装", "1.2万元", "来料加工，含包装"],
    ["来料加工，加工费（含税）2350元/吨", "2350元/吨", "来料加工"],
    ["扫描电镜检测，检测费300元/样，两周出报告", "300元/样", "扫描电镜检测，两周出报告"],
    ["Graphite, GBP 4,100/t, ex works", "GBP 4,100/t", "Graphite, ex works"],
    ["石墨，单价：£4,100，自提", "£4,100", "石墨，自提"],
    ["三元黑粉，镍钴按72%计价，自提", "镍钴按72%计价", "三元黑粉，自提"],
    [
      "Black mass; payables on Ni and Co against LME / Fastmarkets, we expect 70 % or better, FCA Freiberg",
      "payables on Ni and Co against LME / Fastmarkets, we expect 70 % or better",
      "Black mass; FCA Freiberg",
    ],
    ["Black mass, we expect 70 % of LME, FCA Freiberg", "we expect 70 % of LME", "Black mass, FCA Freiberg"],
  ])("[PO11] %s", (text, quote, rest) => {
    expect(listToldPrices(text)).toEqual([quote]);
    expect(doubtsOf(text)).toMatchObject([{ of: "price", quote }]);
    expect(takeOut(text, quote)).toBe(rest);
    expect(doubtsOf(takeOut(text, quote))).toEqual([]);
  });

  it.each([
    "8.5 t/month",
    "SMM A-grade",
    "每吨保证金 200 元",
    "价格面议",
    "0.5 kWh/kg",
    "freight of 30 USD/t",
    "一吨25袋",
    "折合LCE 20吨",
    "对折膜",
    "每吨10000条",
    "payables to be agreed, moisture 12 %",
    "registration fee EUR 50 per piece",
    "加工费面议，年产能3万吨",
    "镍钴按含量计，水分12%",
  ])("[PO11] no price in %s", (text) => expect(listToldPrices(text)).toEqual([]));

  it("[PO11] the text of a project tells its money, in whatever words, and that of a need only behind words of a budget", () => {
    const description = "We can bring roughly 3 million yuan; registered capital of 20 million yuan.";
    expect(listToldSums(description)).toEqual(["3 million yuan"]);
    const told = (kind: "need" | "project") =>
      findDoubts({ title: "Solid electrolyte", description }, {}, [], kind).map(({ of }) => of);
    expect(told("project")).toEqual(["budget"]);
    expect(told("need")).toEqual([]);
  });
});

describe("several amounts in one text", () => {
  it("[PO11] each of them is told, also beside the one that the form holds", () => {
    const text = "first lot 5 t, then 120 t per month";
    expect(listToldVolumes(text)).toEqual(["5 t", "120 t"]);
    const quotes = doubtsOf(text, { volume: { amount: "5", unit: "t" } }).map(({ quote }) => quote);
    expect(quotes).toEqual(["5 t", "120 t"]);
    expect(listToldVolumes("125 t, 5 t", ["5 t"])).toEqual(["125 t"]);
  });
});

describe("amounts with a tolerance, and of others' deliveries", () => {
  it("[PO11] a tolerance belongs to its amount, and a record tells no amount of the posting", () => {
    expect(listToldVolumes("每月 200±20 吨")).toEqual(["200±20 吨"]);
    expect(listToldVolumes("近三年供货业绩不少于 1000 吨")).toEqual([]);
    expect(listToldVolumes("每批次不小于30吨")).toEqual([]);
    expect(listToldVolumes("投标人年产能不低于1万吨，供方产能应在 2 万吨以上")).toEqual([]);
  });
});

describe("a budget that a text tells", () => {
  it.each([
    ["CNY 6 million", "1m_10m"],
    ["600 万元", "1m_10m"],
    ["50-80万", "100k_1m"],
    ["50-300万", null],
    ["1200 万元", "over_10m"],
    ["80,000 元", "under_100k"],
    ["USD 2 million", null],
    ["GBP 1.4 million", null],
    ["140万英镑", null],
    ["BRL 8 million", null],
    ["1.5亿", "over_10m"],
  ])("[PO31] the class of %s is %s", (sum, budget) => expect(toBudgetClass(sum)).toBe(budget));

  it.each([
    ["total budget is around CNY 6 million", "CNY 6 million"],
    ["总预算约 600 万元，分两年", "600 万元"],
    ["预算：50-80万", "50-80万"],
    ["a USD 2 million budget", "USD 2 million"],
    ["Total budget about GBP 1.4 million", "GBP 1.4 million"],
    ["Total budget about £1.4 million", "£1.4 million"],
    ["总预算约140万英镑，两年", "140万英镑"],
    ["Total budget about BRL 8 million", "BRL 8 million"],
    ["项目经费 1200 万元", "1200 万元"],
  ])("[PO11] %s", (text, quote) => {
    expect(listToldBudgets(text)).toEqual([quote]);
    expect(doubtsOf(text)).toMatchObject([{ of: "budget", quote }]);
    expect(doubtsOf(text, {}, { description: "partner" })).toEqual([]);
    expect(doubtsOf(takeOut(text, quote))).toEqual([]);
  });

  it.each([
    "预算待定",
    "within budget by 2027",
    "价格 8.5 万元/吨",
    "预算单价 8.5 万元/吨",
    "budget for 20 cells",
  ])("[PO11] none in %s", (text) => {
    expect(listToldBudgets(text)).toEqual([]);
  });

  it.each(["预算一台80万左右", "预算每套80万", "budget CNY 800,000 per unit"])(
    "[PO31] what one piece may cost is no budget of the whole: %s",
    (text) => {
      expect(listToldBudgets(text)).toHaveLength(1);
      expect(tellBudget(text)).toBeNull();
    },
  );

  it("[PO31] a sum of other money has no class, and is known as such", () => {
    const [sum = ""] = listToldBudgets("24 months, budget EUR 1.2 million");
    expect([toBudgetClass(sum), isForeignSum(sum), isForeignSum("300万元")]).toEqual([null, true, false]);
  });

  it.each([
    ["Budget from CNY 3 million.", "1m_10m", "CNY 3 million"],
    ["预算300万元起", "1m_10m", "300万元"],
    ["预算50-300万，其中80万元今年到位", null, null],
    ["价格 8.5 万元/吨", null, null],
  ])("[PO31] %s fills the class %s", (text, budget, source) => {
    const told = tellBudget(text);
    expect(told?.value ?? null).toBe(budget);
    expect(told ? text.slice(told.span.start, told.span.end) : null).toBe(source);
  });
});
