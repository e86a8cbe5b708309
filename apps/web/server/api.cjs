module.exports = require("./load.cjs").api;
