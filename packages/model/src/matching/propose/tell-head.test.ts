import { describe, expect, it } from "vitest";
import { proposeFields } from "./propose-fields.ts";
import { takenConcepts } from "./read-document.ts";
import { headOf } from "./tell-head.ts";

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
  ])("[MT97] what a text is about: %s", (text, expected) => {
    expect(takenConcepts(proposeFields(text))).toEqual(expected);
  });
});
