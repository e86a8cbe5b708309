module.exports = require("./load.cjs").services;
