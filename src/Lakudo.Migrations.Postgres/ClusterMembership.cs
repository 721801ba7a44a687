using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lakudo.Migrations.Postgres;

/// <summary>
/// The tables in which the nodes of a cluster find one another, and the view <c>orleansquery</c> from which Orleans takes its questions by their names. Written by
/// hand and no part of the model: <c>migrations.sh</c> never rewrites it. A view, so that a dump carries the questions with it and no row of them can get lost.
/// </summary>
[DbContext(typeof(LakudoDb))]
[Migration("20260115000000_Cluster")]
public sealed class ClusterMembership : Migration
{
    private const string Tables = """
        CREATE TABLE cluster_version (
            cluster text PRIMARY KEY,
            version integer NOT NULL
        );
        CREATE TABLE cluster_node (
            cluster text NOT NULL REFERENCES cluster_version,
            address text NOT NULL,
            port integer NOT NULL,
            generation integer NOT NULL,
            siloname text NOT NULL,
            hostname text NOT NULL,
            status integer NOT NULL,
            proxyport integer NOT NULL,
            suspecttimes text,
            starttime timestamptz NOT NULL,
            iamalivetime timestamptz NOT NULL,
            PRIMARY KEY (cluster, address, port, generation)
        );
        """;

    /// <summary>
    /// Every change of a node's row takes the cluster's version with it: the row of the version is locked first and must still be the one the writer had read, so that of
    /// two nodes that change at once one has to look again. Names of parameters and of columns that come back are Orleans'.
    /// </summary>
    private const string Questions = """
        CREATE VIEW orleansquery (querykey, querytext) AS VALUES
        ('InsertMembershipVersionKey', $$
            WITH made AS (INSERT INTO cluster_version (cluster, version) VALUES (@DeploymentId, 0) ON CONFLICT DO NOTHING RETURNING version)
            SELECT EXISTS (SELECT FROM made)
        $$),
        ('InsertMembershipKey', $$
            WITH unchanged AS (SELECT cluster FROM cluster_version WHERE cluster = @DeploymentId AND version = @Version FOR UPDATE),
                 joined AS (
                     INSERT INTO cluster_node (cluster, address, port, generation, siloname, hostname, status, proxyport, starttime, iamalivetime)
                     SELECT cluster, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM unchanged
                     ON CONFLICT DO NOTHING RETURNING cluster),
                 raised AS (UPDATE cluster_version v SET version = v.version + 1 FROM joined j WHERE v.cluster = j.cluster RETURNING v.version)
            SELECT EXISTS (SELECT FROM raised)
        $$),
        ('UpdateMembershipKey', $$
            WITH unchanged AS (SELECT cluster FROM cluster_version WHERE cluster = @DeploymentId AND version = @Version FOR UPDATE),
                 changed AS (
                     UPDATE cluster_node n SET status = @Status, suspecttimes = @SuspectTimes, iamalivetime = GREATEST(n.iamalivetime, @IAmAliveTime)
                     FROM unchanged u WHERE n.cluster = u.cluster AND n.address = @Address AND n.port = @Port AND n.generation = @Generation RETURNING n.cluster),
                 raised AS (UPDATE cluster_version v SET version = v.version + 1 FROM changed c WHERE v.cluster = c.cluster RETURNING v.version)
            SELECT EXISTS (SELECT FROM raised)
        $$),
        ('UpdateIAmAlivetimeKey', $$
            UPDATE cluster_node SET iamalivetime = GREATEST(iamalivetime, @IAmAliveTime)
            WHERE cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
        $$),
        ('MembershipReadAllKey', $$
            SELECT v.version, n.address, n.port, n.generation, n.siloname, n.hostname, n.status, n.proxyport, n.suspecttimes, n.starttime, n.iamalivetime
            FROM cluster_version v LEFT JOIN cluster_node n ON n.cluster = v.cluster WHERE v.cluster = @DeploymentId
        $$),
        ('MembershipReadRowKey', $$
            SELECT v.version, n.address, n.port, n.generation, n.siloname, n.hostname, n.status, n.proxyport, n.suspecttimes, n.starttime, n.iamalivetime
            FROM cluster_version v LEFT JOIN cluster_node n ON n.cluster = v.cluster AND n.address = @Address AND n.port = @Port AND n.generation = @Generation
            WHERE v.cluster = @DeploymentId
        $$),
        ('GatewaysQueryKey', $$
            SELECT address, proxyport, generation FROM cluster_node WHERE cluster = @DeploymentId AND status = @Status AND proxyport > 0
        $$),
        ('DeleteMembershipTableEntriesKey', $$
            WITH nodes AS (DELETE FROM cluster_node WHERE cluster = @DeploymentId)
            UPDATE cluster_version SET version = version + 1 WHERE cluster = @DeploymentId
        $$),
        ('CleanupDefunctSiloEntriesKey', $$
            DELETE FROM cluster_node WHERE cluster = @DeploymentId AND status = 6 AND GREATEST(starttime, iamalivetime) < @IAmAliveTime AND COALESCE(suspecttimes, '') = ''
        $$),
        ('CleanupDefunctSiloEntryKey', $$
            DELETE FROM cluster_node
            WHERE cluster = @DeploymentId AND status = 6 AND address = @Address AND port = @Port AND generation = @Generation
              AND starttime = @StartTime AND iamalivetime = @IAmAliveTime AND COALESCE(suspecttimes, '') = COALESCE(@SuspectTimes, '')
        $$)
        """;

    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Tables);
        migrationBuilder.Sql(Questions);
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP VIEW orleansquery; DROP TABLE cluster_node; DROP TABLE cluster_version;");
}
