package dev.riexpiry.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.ReportFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.ReadCounts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvOutputTest {
  private static String csv(String accountName, String id) {
    return CsvOutput.of(
        report(
            accountName, Sample.expiring(Sample.ec2(Sample.WEB, id, "2026-05-11T03:59:59Z"), 7, 7)),
        RowOrder.END);
  }

  private static CheckReport report(String accountName, Finding... findings) {
    return ReportFixture.report(
        ReportFixture.summary(
            new ReadCounts(3, 3, 102, 0, 340),
            ReportFixture.labels(accountName),
            List.of(findings)),
        false,
        List.of(),
        List.of());
  }

  @Test
  void isOneLineForEachReservationUnderTheNamesOfTheReport() {
    assertThat(csv("web-prod", "r-1"))
        .isEqualTo(
            """
            accountId,accountName,organizationalUnit,region,service,commitmentId,state,resourceType,description,quantity,start,end,daysLeft,milestone,due,firstTold,CommitmentDiscountId,CommitmentDiscountName,CommitmentDiscountType,CommitmentDiscountCategory,CommitmentDiscountQuantity,CommitmentDiscountUnit,scope,scopeName,platform,tenancy,multiAz,instanceFamily,offeringClass,paymentOption,hourlyPrice,currency,tags,renewal,renewedBy,renewedShare,gapDays,status,ignoredUntil,ignoredBecause,gapHours,advice,adviceQuantity,adviceReasons,source,usedPercent,unusedHours,monthlyCost,monthlyOnDemand,monthlyAtStake,breakEvenPercent,monthlyCurrency,owner,monthlyRecurring
            222233334444,web-prod,,us-east-1,ec2,r-1,active,m5.large,"4 × m5.large, Linux/UNIX, No Upfront, standard",4,2025-05-11T04:00:00Z,2026-05-11T03:59:59Z,7,7,true,,r-1,,Reserved Instance,Usage,4,Instances,region,us-east-1,Linux/UNIX,default,false,,standard,No Upfront,,,,none,,0,0,expiring,,,0,,,,,,,,,,,,,
            """);
  }

  @Test
  void isTheHeaderOnlyWhereNothingIsExpiring() {
    assertThat(CsvOutput.of(report("web"), RowOrder.END).lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠x"})
  void keepsASpreadsheetFromRunningAName(String name) {
    assertThat(csv(name, name))
        .contains("222233334444,'" + name + ",,us-east-1,ec2,'" + name + ",");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t=1", "\r=1", "\n=1"})
  void keepsASpreadsheetFromRunningWhatFollowsAControlCharacter(String name) {
    assertThat(csv(name, "r-1")).contains("222233334444,'\uFFFD=1,,us-east-1");
  }

  @Test
  void quotesWhatWouldBreakALine() {
    assertThat(csv("web, \"prod\"\nx", "r-1"))
        .contains("222233334444,\"web, \"\"prod\"\"\uFFFDx\",,us-east-1");
  }
}
