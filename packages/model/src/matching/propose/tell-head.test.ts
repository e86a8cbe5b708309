import { describe, expect, it } from "vitest";
import { proposeFields } from "./propose-fields.ts";
import { takenConcepts } from "./read-document.ts";
import { headOf } from "./tell-head.ts";

it("[MT57] what is said of the writer's own in brackets is over with them", () => {
  const { figures } = proposeFields("我司需要铁锂，压实2.55，年用5万吨（现有供应占六成），预算3.6万元/吨。");
  expect(figures.map(({ value }) => value.attribute)).toContain("price");
});

describe("the head of a compound", () => {
  it.each([
    ["碳酸锂", "干燥机一台", "machine"],
    ["碳酸锂", "电磁除磁设备", "machine"],
    ["lithium carbonate", " dryer", "machine"],
    ["separators", " coating line for two webs", "machine"],
    ["铜箔", "表面瑕疵检测仪", "machine"],
    ["电池包", "气密性检测服务", "service"],
    ["LFP cell", " testing", "service"],
    ["电池包", "寿命预测模型", "software"],
    ["graphite", " dust", "waste"],
    ["电解液", "废液", "waste"],
    ["碳酸锂", "20吨", null],
    ["碳酸锂", "供应,设备齐全", null],
    ["lithium carbonate", " for our test line", null],
    ["LFP", " cathode powder", null],
    ["三元", "样机", null],
  ])("[MT97] %s%s: %s", (name, behind, kind) => {
    expect(headOf(name + behind, { end: name.length })).toBe(kind);
  });

  it.each([
    ["求购电池级碳酸锂除磁设备一套", ["magnetic-separation"]],
    ["We offer a separator coating line", ["eq-coater"]],
    ["六氟磷酸锂储罐出售", []],
    ["Our plant (8 GWh/a, pouch cells) needs a ceramic coated separator, 12 µm", ["separator-ceramic"]],
    ["we search a PVDF-free binder", ["sbr-cmc"]],
    ["寻流延企业合作", ["sse-film"]],
    ["15 t EMC, water 10 ppm", ["emc"]],
    ["合同能源管理EMC改造", ["energy-saving-retrofit"]],
  ])("[MT97] what a text is about: %s", (text, expected) => {
    expect(takenConcepts(proposeFields(text))).toEqual(expected);
  });
});
