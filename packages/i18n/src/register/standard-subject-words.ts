/** What a standard is about, in both languages. */
export const standardSubjectWords = {
  battery_code: ["电池编码", "Battery codes"],
  residual_energy_test: ["余能检测", "Residual energy test"],
  removal: ["拆卸", "Removal"],
  cascade_requirements: ["梯次利用要求", "Requirements for cascade use"],
  cascade_marking: ["梯次产品标识", "Marking of cascade products"],
  cascade_design: ["可梯次利用设计", "Design for cascade use"],
  dismantling: ["拆解", "Dismantling"],
  material_recovery: ["材料回收", "Material recovery"],
  packing_transport: ["包装运输", "Packing and transport"],
  project_evaluation: ["科研项目评价", "Research project evaluation"],
  chain_of_custody: ["监管链", "Chain of custody"],
  residual_value: ["残值评估", "Residual value"],
  health_online: ["在线健康状态", "State of health in use"],
  black_mass: ["黑粉质量", "Black mass quality"],
  recycled_content: ["再生料含量", "Recycled content"],
  solid_electrolyte_test: ["固态电解质测试", "Solid electrolyte tests"],
} as const;
