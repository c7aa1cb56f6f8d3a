/** What stands in the reports of the sample's years at the end of a period, öre: the accounts come to it whatever they are made of. */
interface Held {
  /** What each body has got in since the year began. */
  readonly incomeOre: Readonly<Record<string, number>>;
  /** What customers owe, and what is owed to suppliers, for taxes and for charges. */
  readonly owedToUsOre: number;
  readonly weOweOre: number;
}

/** By year and month; a period that is not here comes to what its vouchers make. */
export const HELD: Readonly<Record<string, Held>> = {
  "2027-04": {
    incomeOre: {
      kommunstyrelsen: 917_134_223,
      bildningsnamnden: 2_578_392_874,
      "bygg-och-miljonamnden": 112_177_408,
      "kultur-och-fritidsnamnden": 216_544_763,
      socialnamnden: 1_643_568_740,
    },
    owedToUsOre: 923_289_530,
    weOweOre: 9_602_139_697,
  },
  "2027-08": {
    incomeOre: {
      kommunstyrelsen: 1_614_960_594,
      bildningsnamnden: 4_726_070_322,
      "bygg-och-miljonamnden": 261_569_013,
      "kultur-och-fritidsnamnden": 416_665_168,
      socialnamnden: 3_304_098_067,
    },
    owedToUsOre: 645_067_981,
    weOweOre: 6_545_359_311,
  },
  "2027-12": {
    incomeOre: {
      kommunstyrelsen: 2_416_079_410,
      bildningsnamnden: 6_914_418_486,
      "bygg-och-miljonamnden": 411_049_754,
      "kultur-och-fritidsnamnden": 603_171_280,
      socialnamnden: 4_911_471_659,
    },
    owedToUsOre: 664_198_447,
    weOweOre: 6_342_034_862,
  },
  "2028-04": {
    incomeOre: {
      kommunstyrelsen: 809_653_334,
      bildningsnamnden: 2_338_143_865,
      "bygg-och-miljonamnden": 143_642_345,
      "kultur-och-fritidsnamnden": 205_280_269,
      socialnamnden: 1_702_993_608,
    },
    owedToUsOre: 761_384_525,
    weOweOre: 7_536_903_018,
  },
};
