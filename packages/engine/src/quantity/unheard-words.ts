/** Words beside a number that a reading must have used, or be doubted. Each is tried on the clause of the number. [MT52] */
export const clauseEnd =
  /[,，;；。\n、()（）|\t]|--(?!\d)|[?!](?! ?(?:不|错|A: ?No\b|No\b))|\. |\/(?=\p{Script=Han}{2})/u;
export const sentenceEnd = /[;；。\n]|\. /;
export const limitBefore =
  /(?:低于|少于|小于|高于|超过|超出|大于|多于|不足|不到|至少|至多|最多|最少|起码|上限|(?<!检测|检出|探测|定量)下限|封顶|保底|托底|限[定制值量]|跌破|站上|不晚于|不迟于|[≥≤<>]|\b(?:at least|at most|not? (?:more|less|later|fewer|lower|higher) than|exceed\w*|(?<!\/)(?:max|min)(?:imum|\.)?(?![A-Za-z])(?! (?:order|lot))|(?:upper|lower) limit|limit(?:s|ed)? (?:of|is|for|to)|up to|above|below|under|within|less than|more than))/i;
export const limitAfter =
  /(?:以上|以下|以内|之内|(?<![A-Za-z])(?:max|min)(?:imum|\.)?(?![A-Za-z])|\bor (?:more|less|lower|higher|above|below|better|[a-z]+er)\b|\bat (?:least|most)\b)/i;
export const aboutFar =
  /(?:(?<![合履违签预节制公条契邀协])约|大概|大致|(?<![日月年号底初旬])左右|\b(?:roughly|approximately|approx|about|around)\b)/i;
export const changing =
  /\b(?:fell|fall\w*|ros?e|rising|cut|drop\w*|declin\w*|increas\w*|reduc\w*|grew|grow\w*|slid|climb\w*|improv\w*|lower\w*|rais\w*|went|(?:up|down)(?= ?$))\b/i;
export const upperAfter = /^ ?(?:以下|以内|之内|max|or (?:less|lower|below)|at most)/i;
export const lowerAfter = /^ ?(?:以上|min(?![a-z])|minimum|or (?:more|higher|above)|at least)/i;
export const rateWord =
  /单吨|吨均|\bevery (?:other|second|two|three|four|six|\d+) [a-z]+|每(?:隔|[两三四六2-9百千万]|年|月|周|天|日|季度?|小时|班|炉|吨|公斤)|(?:年|月|日|周)均|(?:^|[^\d半个一二两三四五六七八九十全今明去后前本上下当次该])[年月日](?=产|供|需|用|处理|采购|收购|消耗|回收)|\b(?:per|each|every) (?:year|month|week|day|hour|quarter|shift|tonne|ton|kg|lit(?:re|er)|L|m3|m2|kWh|Ah)\b|\b(?:annual|monthly|weekly|daily|hourly|quarterly)(?:ly)?\b/i;
// A denial that is none of the limit's own words may turn it round: 我们不做2.5以下的, nothing below, 5 % is too much.
export const denial =
  /(?<=[?!] ?)不|不(?!$|[?？]|含税?|[进渗粘掉裂褪沉凝]|可抗力|[分起爆开脱漏燃冒析]|(?<=能不)能|(?<=行不)行|锈|良|同|仅|但|限|变|错|断|计|等|锈钢|定|包|可逆|合格|计税|止|只|用说|过|少|溶|稳|均|足|到|平衡|确定|对称|超|高于|低于|大于|小于|少于|多于)|(?<!有)没(?!食|问题|毛病|意见|关系)|(?<![稀钝默])勿|并非|别(?=[给超低高])|免谈|拒(?!收率|绝率)|\b(?:no(?![.°]| ?\d| (?:fewer|less|more|later|lower|higher))|not(?! (?:a must|mandatory|compulsory|essential|decisive|strictly necessary)\b)(?! (?:including|less|more|later|over|above|below|under|higher|lower|greater|smaller|exceed\w*) )|nothing|never|none|nobody|neither|nor|cannot|no-go|too (?:much|high|low|many|little|large|small|thick|thin|long|short)|unless|fail\w*)\b|n['’]t\b/i;
// What is only supposed or asked for in doubt asks for nothing yet.
export const supposed = /除非|假如|要是|倘若|能不能|会不会|够不够|\bunless\b/i;
export const mistaken =
  /(?:写成|误写|误标|误为|错写|错标|错成|笔误|打错|mistyped|misprint\w*|erroneously|wrongly)[^,，。;；]{0,8}$/i;
// What another figure was, or what this one is held against, is not what is meant now.
export const reference =
  /(?:(?:上次|上批|上回|上一批|此前|以往|往年|过去|定额|基准|行业(?:平均|均值)|(?<!比)较)(?:(?![提升增减降还仍])[^,，。;；]){0,10}|\b(?:previous(?:ly)?|formerly|used to|last (?:time|batch|lot|order)|compared (?:to|with)|against(?! (?:B\/L|L\/C|cop(?:y|ies)|documents|payment|invoice|shipping|orders?\b)))\b[^,.;]{0,24})$/i;
export const referenceAfter =
  /^ (?:threshold|limit|mark|benchmark|baseline|target|quota|allowance|ceiling)\b/i;
// 每超0.01%扣款: a step, no limit.
export const step =
  /(?:每(?:超过?|高|低|增加?|降低?|减少?|[上下]升|升降|变[动化]|[波浮]动|下降|多|少|差|提高)[^,，。;；\d]{0,4}|每?[年月周季日逐]?[年月周季日]?(?:递[增减升降])[^,，。;；\d]{0,3}|\b(?:for|per) (?:each|every) (?:further|additional|extra)?\s*|\b(?:each|every) (?:further|additional|extra|incremental) )$/i;
// 12 USD per 0.1 %: what a rate is by. In the first nine months: a time that is told of.
export const perNumber = /(?:\bper|每) ?±?$/i;
export const toldSpan = /\b(?:(?<!for the )first|past|previous|prior) $|(?:近|过去|(?<![提目当此])前)的?$/i;
// What is revised goes from one figure to another and spans none.
export const revising =
  /\b(?:revis|amend|chang|extend|adjust(?!able)|updat|mov|switch|correct|modif|prolong|rais|increas|reduc|lower|improv|scal|ramp|grow)\w*\b/i;
// 12.3w is money to a Chinese buyer and power to an engineer; 99 min is a purity or a time.
export const shareWord =
  /(?:purity|assay|content|grade|density|capacity|retention|efficiency|yield|strength|moisture|含量|纯度|[^功]率)/i;
// 9 9 . 5 and 4 . 5: digits that blanks have parted. A blank also parts two cells of a table, a year or a form (18650).
export const parted = /(?:(?:^|[^A-Za-z\d.])\d[\d.]*(?<!\.)(?<!\d{4})|\d \.) $/;
// 洗涤3次 is three times and no life of three cycles.
export const lifeWord = /循环|寿命|热震|弯折|插拔|折弯|充放|保持率|衰减|疲劳|cycl/i;
// 20 m yuan are millions.
export const moneyAfter = /^ ?(?:USD|CNY|RMB|EUR|yuan|dollars?|euros?|元|美元|人民币)/i;
// AC380V±10%: what deviates was not read. 常温~60°C: one end has no figure.
export const looseDeviation = /[A-Za-z\d°%](?:±|\+\/-) ?$/;
export const openRange = /(?:[常室]温|RT|ambient) ?[~至到-] ?$/i;
// What goes on behind a unit is another unit or a part of it.
export const goesOn =
  /^(?:度(?!数|量|假|过|电)|\/ ?10{1,3} ?(?:m[Ll]|cc|g|cm)|-(?!class)[A-Za-z]|[/·*^](?=[A-Za-z\p{Script=Han}μ])|的?(?:[一二两三四五六七八九十\d]+倍|[一二三四五六七八九十百千]分之))/u;
// 1.6 mV per cycle, 1 °C rise: what is no amount goes on by a time, or is a step.
export const goesOnPer =
  /^ (?:per (?:cycle|second|minute|hour|day|week|month|year|degree|K|°C)|rise|drop|increase|decrease|increment)\b/i;
// 月吞吐100吨: a span of time at the start of a clause and one verb to the number.
export const rateStart = /^ ?[年月日周](?![底初末中内前后度以之份间来报检])\p{Script=Han}{1,4}$/u;
export const listJoint = /^ ?(?:、|\/|和|与|及|以及|and |, )/;
export const goesTo =
  /(?:旺季|淡季|高峰|峰值|其中|一期|二期|三期|余下|其余|扩(?:产|至|到|建)|增(?:至|到|加)|[能可][到达]|peak|rising|growing|ramp\w*|of which|phase|expand\w*)[^,，]*$/i;
// 年需碳酸锂500吨,氢氧化锂300吨: the same of another thing, unless it is a lot, a stock or a sample.
export const goesOnListing =
  /^[^,，、。;；]{0,8}[,，、] ?(?![^,，]*(?:样品|起订|首批|库存|现货|试单|采购|求购|订购|每[袋桶箱批卷车]))(?!首|先|样|库|现|起|最|每|总|合|试|单|批|包|罚|保|另|净|毛|共|剩|已|本|此|该)[\p{Script=Han}A-Za-z]{2,10}$/u;
export const tonneWord =
  /每吨|单吨|吨(?:均|产品|投资|成本|毛利|利润|水|[^,，]{0,4}成本)|度电|\bper (?:tonne|ton|kg|kWh)\b/i;
// CNY 28 per m2 and month, 0.5元/平一天: a price by a second thing.
export const secondBase =
  /^ ?(?:and |, ?|\/ ?|per |an? |each |every |每|一)(?:year|month|week|day|hour|cycle|年|月|周|天|日|次)(?![A-Za-z\p{Script=Han}])/iu;
// 每平每月18元, 月租22元/平, a monthly rent of 3 USD/kg: what is paid anew each time.
export const rentWord =
  /(?:每[天日周月年](?:租金|费用?)?[^,，。;；\d]{0,3}|[天日周月年]租金?[^,，。;；\d]{0,8}|\b(?:daily|weekly|monthly|annual|yearly) (?:rent|fee|charge|cost)\b[^,.;\d]{0,24})$/i;
// 每月每人7500元: by two things.
export const headWord = /每[\p{Script=Han}]{1,2}每[\p{Script=Han}]{1,3}$|每人$/u;
// 365 cycles a year are no life.
export const everyAfter =
  /^ ?(?:per |an? |each |every |\/ ?|每)(?:year|month|week|day|hour|年|月|周|天|日)(?![A-Za-z])/i;
export const paidAnew = /[年月周日天]租金?[^,，。;；\d]{0,8}$/;
export const ownBase = /^ ?(?:\/|per\b|(?:each|every) (?!and\b|or\b|in\b|for\b|at\b)[a-z]|每|an? [a-z]+)/;
// 200 kg every two months; 3 points below the 95 %.
export const everySpan = /(?:\bevery|\beach|每隔?)\s*$/i;
export const difference = /\d ?(?:%|(?:percentage )?points?|pp) $/i;
